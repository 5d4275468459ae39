namespace SentryAudit.Api.Wire;

internal sealed class WireRelease
{
    public string? Version { get; init; }

    public string? ShortVersion { get; init; }

    public string? Status { get; init; }

    public string? Ref { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? DateReleased { get; init; }

    public int? NewGroups { get; init; }

    public int? CommitCount { get; init; }

    public int? DeployCount { get; init; }

    public WireDeploy? LastDeploy { get; init; }

    public DateTimeOffset? FirstEvent { get; init; }

    public DateTimeOffset? LastEvent { get; init; }

    public WireReference[]? Projects { get; init; }

    internal sealed class WireDeploy
    {
        public string? Environment { get; init; }

        public DateTimeOffset? DateFinished { get; init; }
    }
}
