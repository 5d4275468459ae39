namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>Every place where the sandbox follows Sentry rather than Sentry's document. Keep it short.</summary>
internal static class KnownDeviations
{
    private const string Added = "Servers from before mid-2026 do not send the key.";
    private const string Unnamed = "Deploys need no name, as the list of deploys says itself.";

    private const string Unsaid = "Events do not always say who the user was.";
    private const string NeverRan = "A cron monitor that never ran has no moments to show.";
    private const string Looked = "Only a search for an event names the event it found.";

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
        new("organizations/{org}/monitors/", "*/environments/*/lastCheckIn", DeviationKind.Nullable, NeverRan),
        new("organizations/{org}/monitors/", "*/environments/*/nextCheckIn", DeviationKind.Nullable, NeverRan),
        new("organizations/{org}/monitors/", "*/environments/*/nextCheckInLatest", DeviationKind.Nullable, NeverRan),
        new("organizations/{org}/monitors/", "*/config/schedule", DeviationKind.Different, "A list is of a number and a word."),
        new("organizations/{org}/monitors/", "*/owner", DeviationKind.Nullable, "Nobody need own a cron monitor."),
        new("organizations/{org}/sentry-apps/", "*/metadata", DeviationKind.Different, "It is an object, empty or not."),
        new("organizations/{org}/sentry-apps/", "*/schema", DeviationKind.Different, "It is an object, empty or not."),
        new("organizations/{org}/issues/", "*/derivedData", DeviationKind.Optional, Added),
        new("organizations/{org}/issues/", "*/inbox", DeviationKind.Nullable, "An issue somebody dealt with is in nobody's inbox."),
        new("organizations/{org}/issues/", "*/owners", DeviationKind.Several, "An issue has several owners, as its own page says itself."),
        new("organizations/{org}/issues/", "*/owners", DeviationKind.Nullable, "Or none."),
        new("organizations/{org}/issues/", "*/matchingEventId", DeviationKind.Optional, Looked),
        new("organizations/{org}/issues/", "*/matchingEventEnvironment", DeviationKind.Optional, Looked),
        new("projects/{org}/{project}/issues/", "*/metadata", DeviationKind.Different, "Each kind of issue has metadata of its own."),
        new("projects/{org}/{project}/issues/", "*/culprit", DeviationKind.Nullable, "Nobody may be to blame."),
        new("projects/{org}/{project}/users/", "*/identifier", DeviationKind.Nullable, Unsaid),
        new("projects/{org}/{project}/users/", "*/username", DeviationKind.Nullable, Unsaid),
        new("projects/{org}/{project}/users/", "*/email", DeviationKind.Nullable, Unsaid),
        new("projects/{org}/{project}/users/", "*/name", DeviationKind.Nullable, Unsaid),
        new("projects/{org}/{project}/users/", "*/ipAddress", DeviationKind.Nullable, Unsaid),
    ];

    public static IEnumerable<KnownDeviation> Of(string endpoint) => All.Where(deviation => deviation.Endpoint == endpoint);
}
