namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>Every place where the sandbox follows Sentry rather than Sentry's document. Keep it short.</summary>
internal static class KnownDeviations
{
    private const string Added = "Servers from before mid-2026 do not send the key.";
    private const string Unnamed = "Deploys need no name, as the list of deploys says itself.";

    public static IReadOnlyList<KnownDeviation> All { get; } =
    [
        new("organizations/{org}/members/", "*/user/isSuspended", DeviationKind.Optional, Added),
        new("organizations/{org}/members/{member}/", "user/isSuspended", DeviationKind.Optional, Added),
        new("teams/{org}/{team}/members/", "*/user/isSuspended", DeviationKind.Optional, Added),
        new("organizations/{org}/members/{member}/", "user", DeviationKind.Empty, "An invitation's user is {} for member:admin."),
        new("teams/{org}/{team}/members/", "*/user", DeviationKind.Nullable, "Invitations are on teams before anybody accepts them."),
        new("organizations/{org}/releases/", "*/lastDeploy/name", DeviationKind.Nullable, Unnamed),
        new("organizations/{org}/releases/{version}/", "lastDeploy/name", DeviationKind.Nullable, Unnamed),
        new("projects/{org}/{project}/releases/", "*/lastDeploy/name", DeviationKind.Nullable, Unnamed),
        new("organizations/{org}/monitors/", "*/environments", DeviationKind.Several, "A cron monitor runs in several environments."),
    ];

    public static IEnumerable<KnownDeviation> Of(string endpoint) => All.Where(deviation => deviation.Endpoint == endpoint);
}
