namespace SentryAudit.Sandbox;

/// <summary>One deploy of a release to an environment.</summary>
public sealed record SandboxDeploy(
    string Id, string Environment, DateTimeOffset? DateStarted, DateTimeOffset DateFinished, string? Name, string? Url);
