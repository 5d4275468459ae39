using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Every endpoint the sandbox answers.</summary>
internal static class EndpointTable
{
    public static IReadOnlyList<SandboxEndpoint> All { get; } =
    [
        .. AccountEndpoints.All, .. OrganizationEndpoints.All, .. MemberEndpoints.All, .. TeamEndpoints.All, .. ProjectEndpoints.All,
        .. ReleaseEndpoints.All, .. WorkflowEndpoints.All, .. LegacyAlertEndpoints.All, .. ResourceEndpoints.All,
        .. StatsEndpoints.All, .. LegacyStatsEndpoints.All, .. IssueEndpoints.All, .. EventEndpoints.All, .. EndUserEndpoints.All,
        .. EnvironmentEndpoints.All, .. IntegrationEndpoints.All, .. RequestEndpoints.All, .. AuditEndpoints.All, .. CustomerEndpoints.All,
        .. MemberInvites.All, .. MemberWrites.All, .. TeamMemberWrites.All, .. InviteRequestWrites.All, .. TeamWrites.All,
        .. LegacyRuleWrites.All, .. LegacyMetricRuleWrites.All, .. OrganizationWrites.All, .. ReleaseWrites.All, .. IssueWrites.All,
        .. ProjectWrites.All, .. ProjectTeamWrites.All, .. ProjectKeyWrites.All, .. WorkflowWrites.All, .. DetectorWrites.All,
    ];
}
