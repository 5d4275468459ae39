using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>A deploy to be reported.</summary>
/// <param name="Release">Version of the release.</param>
/// <param name="Environment">Where it was deployed to.</param>
/// <param name="Name">A name of its own; null for none.</param>
/// <param name="Url">An address; null for none.</param>
/// <param name="Started">When it began (UTC); null when not told.</param>
/// <param name="Finished">When it was finished (UTC).</param>
/// <param name="Projects">Slugs of the projects; none for all of the release.</param>
internal sealed record PlannedDeploy(
    string Release,
    string Environment,
    string? Name,
    string? Url,
    DateTimeOffset? Started,
    DateTimeOffset Finished,
    IReadOnlyList<string> Projects)
{
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

    // Two deploys may be alike in all but the time they were finished at, which Sentry keeps to the millisecond at least.
    public bool IsSeenIn(SentryDeploy deploy) =>
        deploy.Environment == Environment
        && deploy.Name == Name
        && deploy.DateFinished is { } finished
        && (finished - Finished).Duration() < TimeSpan.FromMilliseconds(1);
}
