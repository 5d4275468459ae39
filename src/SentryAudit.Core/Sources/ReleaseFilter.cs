namespace SentryAudit.Sources;

/// <summary>Which releases to list.</summary>
internal sealed record ReleaseFilter
{
    /// <summary>The status of a release that was put away.</summary>
    public const string Archived = "archived";

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

    /// <summary>Whether the releases are given by their versions alone, so that each can be read by its name.</summary>
    public bool IsByVersion => Keys.Count > 0 && Keys.All(key => !key.IsPattern) && Environments.Count == 0 && Query is null;

    /// <summary>
    /// The statuses to list; Sentry has no word for both. A release that is named by its version is listed even if it is archived.
    /// </summary>
    public IEnumerable<string> Statuses => IncludeArchived || Keys.Any(key => !key.IsPattern) ? ["open", Archived] : ["open"];

    /// <summary>Whether a release is to be listed, though it may be archived: a wildcard brings no archived ones in.</summary>
    public bool Includes(SentryRelease release, bool isArchived) =>
        Matches(release) && (!isArchived || IncludeArchived || Keys.Any(key => !key.IsPattern && key.Matches(release)));

    public bool Matches(SentryRelease release) =>
        // A release without a time is better shown than missing.
        !(release.DateCreated >= Until)
        && !IsBefore(release)
        // A release whose projects are unknown may be one of theirs.
        && (release.ProjectSlugs is null || Projects?.ContainsAny(release.ProjectSlugs) != false);

    /// <summary>Whether a release is too old. So are all releases after it, since Sentry lists the newest first.</summary>
    public bool IsBefore(SentryRelease release) => Since is { } since && release.DateCreated < since;
}
