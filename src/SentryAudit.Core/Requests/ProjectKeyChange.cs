using System.Globalization;
using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>A change of a client key. Null leaves a property unchanged.</summary>
internal sealed record ProjectKeyChange
{
    public string? Label { get; init => field = value?.Trim(); }

    public bool? IsActive { get; init; }

    /// <summary>The highest number of events in the window.</summary>
    public int? RateLimitCount { get; init; }

    /// <summary>At most a day, in whole seconds.</summary>
    public TimeSpan? RateLimitWindow { get; init; }

    /// <summary>Removes the limit.</summary>
    public bool IsUnlimited { get; init; }

    public bool IsEmpty => Label is null && IsActive is null && RateLimitCount is null && RateLimitWindow is null && !IsUnlimited;

    private bool HasLimit => IsUnlimited || RateLimitCount is not null || RateLimitWindow is not null;

    /// <summary>Whether fewer events come through than now, by the number of events in a second.</summary>
    public bool LowersLimit(SentryProjectKey key)
    {
        if (IsUnlimited
            || !HasLimit
            || (RateLimitCount ?? key.RateLimitCount) is not { } count
            || (RateLimitWindow ?? key.RateLimitWindow) is not { } window)
        {
            return false;
        }

        return key is not { RateLimitCount: { } oldCount, RateLimitWindow: { } oldWindow }
            || count * oldWindow.TotalSeconds < oldCount * window.TotalSeconds;
    }

    public IEnumerable<PropertyChange> Differences(SentryProjectKey key)
    {
        if (Label is not null)
        {
            yield return new PropertyChange("label", key.Label, Label);
        }

        if (IsActive is { } active)
        {
            yield return new PropertyChange("state", State(key.IsActive), State(active));
        }

        if (HasLimit)
        {
            yield return new PropertyChange(
                "rate limit",
                Limit(key.RateLimitCount, key.RateLimitWindow),
                IsUnlimited ? null : Limit(RateLimitCount ?? key.RateLimitCount, RateLimitWindow ?? key.RateLimitWindow));
        }
    }

    /// <summary>
    /// The change as JSON. Sentry treats a limit without number or window as none, so the missing half is taken from the key.
    /// </summary>
    public JsonObject ToBody(SentryProjectKey? key)
    {
        var body = new JsonObject();
        if (Label is not null)
        {
            body["name"] = Label;
        }

        if (IsActive is { } active)
        {
            body["isActive"] = active;
        }

        if (HasLimit)
        {
            body["rateLimit"] = IsUnlimited
                ? null
                : new JsonObject
                {
                    ["count"] = RateLimitCount ?? key?.RateLimitCount,
                    ["window"] = (int?)(RateLimitWindow ?? key?.RateLimitWindow)?.TotalSeconds,
                };
        }

        return body;
    }

    private static string State(bool? isActive) => isActive switch { true => "active", false => "disabled", null => "unknown" };

    private static string? Limit(int? count, TimeSpan? window)
    {
        var events = count?.ToString(CultureInfo.InvariantCulture) ?? "?";
        var seconds = window?.TotalSeconds.ToString(CultureInfo.InvariantCulture) ?? "?";
        return count is null && window is null ? null : $"{events} events in {seconds} s";
    }
}
