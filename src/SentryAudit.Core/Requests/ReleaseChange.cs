using System.Globalization;
using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>A change of a release. Null leaves a property unchanged.</summary>
internal sealed record ReleaseChange
{
    /// <summary>When it was finalized (UTC).</summary>
    public DateTimeOffset? DateReleased { get; init; }

    /// <summary><c>open</c> or <c>archived</c>.</summary>
    public string? Status { get; init; }

    public string? Ref { get; init; }

    public string? Url { get; init; }

    public bool IsEmpty => DateReleased is null && Status is null && Ref is null && Url is null;

    public IEnumerable<PropertyChange> Differences(SentryRelease release)
    {
        if (DateReleased is { } released)
        {
            yield return new PropertyChange("release date", Time(release.DateReleased), Time(released));
        }

        if (Status is not null)
        {
            yield return new PropertyChange("status", release.Status, Status);
        }

        if (Ref is not null)
        {
            yield return new PropertyChange("ref", release.Ref, Ref);
        }

        if (Url is not null)
        {
            yield return new PropertyChange("url", release.Url, Url);
        }
    }

    public JsonObject ToBody()
    {
        var body = new JsonObject();
        (string Key, string? Value)[] fields =
        [
            ("dateReleased", DateReleased?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            ("status", Status),
            ("ref", Ref),
            ("url", Url),
        ];
        foreach (var (key, value) in fields)
        {
            if (value is not null)
            {
                body[key] = value;
            }
        }

        return body;
    }

    // Without fractions of a second, which Sentry may round.
    private static string? Time(DateTimeOffset? time) =>
        time is { } date ? string.Create(CultureInfo.InvariantCulture, $"{date.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : null;
}
