namespace SentryAudit.Api.Wire;

internal sealed class WireRelease : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Version) ? "version" : null;

    public string? Version { get; set; }

    public string? ShortVersion { get; set; }

    public string? Status { get; set; }

    public string? Ref { get; set; }

    public string? Url { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public DateTimeOffset? DateReleased { get; set; }

    public int? NewGroups { get; set; }

    public int? CommitCount { get; set; }

    public int? DeployCount { get; set; }

    public WireDeploy? LastDeploy { get; set; }

    public DateTimeOffset? FirstEvent { get; set; }

    public DateTimeOffset? LastEvent { get; set; }

    public WireReference[]? Projects { get; set; }

    internal sealed class WireDeploy
    {
        public string? Environment { get; set; }

        public DateTimeOffset? DateFinished { get; set; }
    }
}
