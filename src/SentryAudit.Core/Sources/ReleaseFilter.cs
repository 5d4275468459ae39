namespace SentryAudit.Sources;

/// <summary>Which releases to list.</summary>
internal sealed record ReleaseFilter
{
    public static readonly ReleaseFilter None = new();

    public IReadOnlyList<ReleaseReference> Keys { get; init; } = [];

    /// <summary>Null for all projects.</summary>
    public ProjectSelection? Projects { get; init; }

    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Sentry's own search text.</summary>
    public string? Query { get; init; }

    /// <summary>Created at or after this (UTC).</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Created before this (UTC).</summary>
    public DateTimeOffset? Until { get; init; }

    public bool IncludeArchived { get; init; }

    /// <summary>True when versions alone say which releases are meant, so that each can be got by its name.</summary>
    public bool IsByVersion => Keys.Count > 0 && Keys.All(key => !key.IsPattern) && Environments.Count == 0 && Query is null;

    /// <summary>The statuses to list; Sentry knows none that means both. Whoever names a release means it, archived or not.</summary>
    public IEnumerable<string> Statuses => IncludeArchived || Keys.Any(key => !key.IsPattern) ? ["open", "archived"] : ["open"];

    public bool Matches(SentryRelease release) =>
        (Until is not { } until || release.DateCreated < until)
        && !IsBefore(release)
        && Projects?.ContainsAny(release.ProjectSlugs) != false;

    /// <summary>Too old; so is everything behind it, since Sentry lists the newest first.</summary>
    public bool IsBefore(SentryRelease release) => Since is { } since && release.DateCreated < since;
}
