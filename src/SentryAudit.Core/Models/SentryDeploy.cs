namespace SentryAudit;

/// <summary>A deploy of a release to an environment, reported by the deploying tool.</summary>
public sealed class SentryDeploy
{
    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the release that was deployed.</summary>
    public required string ReleaseVersion { get; init; }

    /// <summary>The environment it was deployed to.</summary>
    public string? Environment { get; init; }

    /// <summary>The name that the deploying tool gave; null without one.</summary>
    public string? Name { get; init; }

    /// <summary>The address that the deploying tool gave; null without one.</summary>
    public string? Url { get; init; }

    /// <summary>When it began (UTC); null if Sentry does not report it.</summary>
    public DateTimeOffset? DateStarted { get; init; }

    /// <summary>When it was finished (UTC).</summary>
    public DateTimeOffset? DateFinished { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The version and the environment.</summary>
    public override string ToString() => $"{ReleaseVersion} to {Environment}";
}
