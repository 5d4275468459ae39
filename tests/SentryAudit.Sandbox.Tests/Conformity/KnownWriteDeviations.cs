namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>
/// Where the sandbox follows Sentry rather than Sentry's document when it writes.
/// Endpoints are named with their methods.
/// </summary>
internal static class KnownWriteDeviations
{
    private const string Partial = "A change of issues names what is to change, and nothing else.";

    private static readonly string[] OfIssues =
    [
        "inbox",
        "status",
        "statusDetails",
        "substatus",
        "hasSeen",
        "isBookmarked",
        "isPublic",
        "isSubscribed",
        "merge",
        "discard",
        "assignedTo",
        "priority",
    ];

    private static readonly string[] OfOrganizations =
    [
        "autoEnableCodeReview",
        "autoOpenPrs",
        "defaultAutofixAutomationTuning",
        "defaultAutomatedRunStoppingPoint",
        "defaultCodeReviewTriggers",
        "defaultCodingAgent",
        "defaultCodingAgentIntegrationId",
        "defaultSeerScannerAutomation",
        "enableSeerCoding",
        "experiments",
        "relayDsnEndpoint",
    ];

    public static IReadOnlyList<KnownDeviation> All { get; } =
    [
        .. OfOrganizations.Select(key => new KnownDeviation(
            "PUT organizations/{org}/",
            key,
            DeviationKind.Optional,
            "Older servers do not send it.")),
        .. OfIssues.Select(key => new KnownDeviation("PUT organizations/{org}/issues/", key, DeviationKind.Optional, Partial)),
        .. OfIssues.Select(key => new KnownDeviation("PUT organizations/{org}/issues/{issue}/", key, DeviationKind.Optional, Partial)),
        new(
            "PUT organizations/{org}/members/{member}/teams/{team}/",
            "teamRole",
            DeviationKind.Different,
            "Null: the organization role brings as much."),
        new("PUT organizations/{org}/releases/{version}/", "lastDeploy/name", DeviationKind.Nullable, "Deploys need no name."),
    ];
}
