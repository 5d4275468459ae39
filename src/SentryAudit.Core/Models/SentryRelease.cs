namespace SentryAudit;

/// <summary>A release of one or several projects of an organization.</summary>
public sealed class SentryRelease
{
    /// <summary>The version that the application reports; unique in the organization.</summary>
    public required string Version { get; init; }

    /// <summary>The version without package name and build.</summary>
    public string? ShortVersion { get; init; }

    /// <summary><c>{organization id}/{version}</c>. Sentry's own number of a release is not used anywhere else in its API.</summary>
    public required string Id { get; init; }

    /// <summary><c>open</c> or <c>archived</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When Sentry first heard of it (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When it was finalized (UTC); null if it is not finalized.</summary>
    public DateTimeOffset? DateReleased { get; init; }

    /// <summary>Slugs of its projects; null if Sentry does not report them.</summary>
    public StringList? ProjectSlugs { get; init; }

    /// <summary>Number of commits.</summary>
    public int? CommitCount { get; init; }

    /// <summary>Number of deploys.</summary>
    public int? DeployCount { get; init; }

    /// <summary>Number of issues that were first seen in it.</summary>
    public int? NewGroups { get; init; }

    /// <summary>The commit or tag from which it was built.</summary>
    public string? Ref { get; init; }

    /// <summary>The address that the releasing tool gave.</summary>
    public string? Url { get; init; }

    /// <summary>First event (UTC).</summary>
    public DateTimeOffset? FirstEvent { get; init; }

    /// <summary>Last event (UTC).</summary>
    public DateTimeOffset? LastEvent { get; init; }

    /// <summary>Environment of the last deploy; null without one.</summary>
    public string? LastDeployEnvironment { get; init; }

    /// <summary>When the last deploy finished (UTC); null without one.</summary>
    public DateTimeOffset? LastDeployFinished { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The version.</summary>
    public override string ToString() => Version;
}
