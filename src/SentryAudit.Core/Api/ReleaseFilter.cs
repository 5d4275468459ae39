namespace SentryAudit.Api;

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

    public bool Matches(SentryRelease release) =>
        (Until is not { } until || release.DateCreated < until)
        && !IsBefore(release)
        && Projects?.ContainsAny(release.ProjectSlugs) != false
        && (IncludeArchived || Keys.Count > 0 || release.Status is not "archived");

    /// <summary>Too old; so is everything behind it, since Sentry lists the newest first.</summary>
    public bool IsBefore(SentryRelease release) => Since is { } since && release.DateCreated < since;
}
