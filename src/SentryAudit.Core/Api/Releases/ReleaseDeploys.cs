namespace SentryAudit.Api.Releases;

/// <summary>What was read of a release's deploys.</summary>
/// <param name="Version">The release.</param>
/// <param name="Deploys">The newest first.</param>
/// <param name="Exists">False when Sentry knows no such release.</param>
/// <param name="Fault">Why the list is not whole; null when it is.</param>
internal sealed record ReleaseDeploys(string Version, IReadOnlyList<SentryDeploy> Deploys, bool Exists, SentryException? Fault);
