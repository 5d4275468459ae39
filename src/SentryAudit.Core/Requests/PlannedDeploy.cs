using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>A deploy to report.</summary>
/// <param name="Release">Version of the release.</param>
/// <param name="Environment">The environment it was deployed to.</param>
/// <param name="Finished">When it was finished (UTC).</param>
internal sealed record PlannedDeploy(string Release, string Environment, DateTimeOffset Finished)
{
    /// <summary>A name for the deploy; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>An address for the deploy; null for none.</summary>
    public string? Url { get; init; }

    /// <summary>When it began (UTC); null if that is not known.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Slugs of the projects; empty for all projects of the release.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    public JsonObject ToBody()
    {
        var body = new JsonObject { ["environment"] = Environment, ["dateFinished"] = Finished.UtcDateTime };
        if (Name is not null)
        {
            body["name"] = Name;
        }

        if (Url is not null)
        {
            body["url"] = Url;
        }

        if (Started is { } started)
        {
            body["dateStarted"] = started.UtcDateTime;
        }

        if (Projects.Count > 0)
        {
            body["projects"] = new JsonArray([.. Projects.Select(project => JsonValue.Create(project))]);
        }

        return body;
    }

    /// <summary>Whether a deploy that Sentry lists is this one.</summary>
    public bool IsSeenIn(SentryDeploy deploy) =>
        deploy.Environment == Environment
        && deploy.Name == Name
        // Several deploys can differ in this time only. Sentry stores it to the millisecond at least.
        && deploy.DateFinished is { } finished
        && (finished - Finished).Duration() < TimeSpan.FromMilliseconds(1);
}
