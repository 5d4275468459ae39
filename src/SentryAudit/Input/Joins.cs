namespace SentryAudit.Input;

/// <summary>
/// Which object may be piped into which cmdlet, and what it means there. This is the whole list: an object that does not
/// stand here for a cmdlet is refused, because it would otherwise mean the whole organization. A
/// <see cref="SentryOrganization"/> means all of an organization everywhere.
/// </summary>
internal static class Joins
{
    private static readonly string[] ChangesOfMembers =
        ["Remove-SentryMember", "Set-SentryMember", "Send-SentryInvitation", "Add-SentryTeamMember"];

    private static readonly string[] AboutMembers =
        ["Get-SentryMember", "Get-SentryUserStatus", "Get-SentryAccess", "Get-SentryTeam", "Get-SentryTeamMember", "Get-SentryProject"];

    private static readonly string[] OfProjects =
    [
        "Get-SentryAccess", "Get-SentryProjectKey", "Get-SentryAlertRule", "Get-SentryMonitor", "Get-SentryIssue", "Get-SentryRelease",
        "Get-SentryUsage", "Get-SentryEvent", "Get-SentryProjectUser", "Get-SentryUserFeedback",
    ];

    private static readonly string[] ChangesOfAlertRules =
        ["Enable-SentryAlertRule", "Disable-SentryAlertRule", "Set-SentryAlertRule", "Remove-SentryAlertRule"];

    private static readonly string[] ChangesOfKeys =
        ["Enable-SentryProjectKey", "Disable-SentryProjectKey", "Set-SentryProjectKey", "Remove-SentryProjectKey"];

    public static IReadOnlyList<Join> All { get; } =
    [
        .. Teams(), .. Members(), .. Projects(), .. Alerts(), .. Releases(), .. Events(), .. Integrations(),
    ];

    /// <summary>What an object of a kind means to a cmdlet; null when it means nothing there.</summary>
    public static Join? Find(string kind, string cmdlet) =>
        All.FirstOrDefault(join => join.Kind == kind && join.Cmdlets.Contains(cmdlet, StringComparer.Ordinal));

    private static Join[] Teams() =>
    [
        new("SentryTeam", "Team", ["Slug"],
        [
            "Get-SentryTeam", "Set-SentryTeam", "Remove-SentryTeam", "Get-SentryMember", "Get-SentryTeamMember", "Get-SentryProject",
            "Get-SentryEventCount", "Add-SentryTeamMember", "Set-SentryTeamMember", "Remove-SentryTeamMember", "Add-SentryProjectTeam",
            "Remove-SentryProjectTeam", "New-SentryProject", "New-SentryMember",
        ]),
        new("SentryTeam", "Project", ["ProjectSlugs"], OfProjects),
    ];

    private static Join[] Members() =>
    [
        new("SentryMember", "Member", ["Id"], [.. AboutMembers, .. ChangesOfMembers, "Set-SentryTeamMember", "Remove-SentryTeamMember"]),
        new("SentryMember", "Actor", ["UserId", "Email"], ["Get-SentryAuditLog"]),
        new("SentryUserStatus", "Member", ["MemberId", "Email"], [.. AboutMembers, .. ChangesOfMembers]),
        new("SentryUserStatus", "Actor", ["UserId", "Email"], ["Get-SentryAuditLog"]),
        new("SentryMemberComparison", "Member", ["MemberId", "ReferenceEmail"], [.. AboutMembers, .. ChangesOfMembers]),
        new("SentryTeamMember", "Member", ["MemberId"],
            ["Get-SentryMember", "Get-SentryUserStatus", "Get-SentryAccess", "Add-SentryTeamMember", "Set-SentryTeamMember", "Remove-SentryTeamMember"]),
        new("SentryTeamMember", "Team", ["TeamSlug"], ["Get-SentryTeam", "Get-SentryTeamMember", "Get-SentryProject"]),
        new("SentryAccess", "Member", ["MemberId"], ["Get-SentryMember", "Get-SentryUserStatus"]),
        new("SentryAccess", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryAccess", "Team", ["TeamSlugs"], ["Get-SentryTeam"]),
        new("SentryRole", "Role", ["Id"], ["Get-SentryRole", "Get-SentryMember"]),
        new("SentryInviteRequest", "InviteRequest", ["Id"],
            ["Get-SentryInviteRequest", "Approve-SentryInviteRequest", "Deny-SentryInviteRequest"]),
        new("SentryAuditLogEntry", "Actor", ["ActorId", "ActorEmail"], ["Get-SentryAuditLog"]),
    ];

    private static Join[] Projects() =>
    [
        new("SentryProject", "Project", ["Slug"],
        [
            .. OfProjects, "Get-SentryProject", "Set-SentryProject", "Remove-SentryProject", "Get-SentryTeam", "Get-SentryMember",
            "Get-SentryEventCount", "Add-SentryProjectTeam", "Remove-SentryProjectTeam", "New-SentryProjectKey", "New-SentryDeploy",
        ]),
        new("SentryProject", "Team", ["TeamSlugs"], ["Get-SentryTeamMember"]),
        new("SentryProjectKey", "ProjectKey", ["Id"], ["Get-SentryProjectKey", .. ChangesOfKeys]),
        new("SentryProjectKey", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryProjectUser", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryUsage", "Project", ["ProjectSlug"], ["Get-SentryProject", "Get-SentryUsage"]),
        new("SentryFeatureUsage", "Project", ["ProjectSlug"], ["Get-SentryProject", "Get-SentryUsage"]),
        new("SentryEventCount", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryEventCount", "Team", ["TeamSlug"], ["Get-SentryTeam"]),
    ];

    private static Join[] Alerts() =>
    [
        new("SentryAlertRule", "AlertRule", ["Id"], ["Get-SentryAlertRule", .. ChangesOfAlertRules]),
        new("SentryAlertRule", "Monitor", ["ConnectedIds"], ["Get-SentryMonitor"]),
        new("SentryAlertRule", "Project", ["ProjectSlugs"], ["Get-SentryProject"]),
        new("SentryMonitor", "Monitor", ["Id"], ["Get-SentryMonitor"]),
        new("SentryMonitor", "AlertRule", ["AlertRuleIds"], ["Get-SentryAlertRule"]),
        new("SentryMonitor", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
    ];

    private static Join[] Releases() =>
    [
        new("SentryRelease", "Release", ["Version"],
            ["Get-SentryRelease", "Set-SentryRelease", "Get-SentryDeploy", "New-SentryDeploy", "Get-SentryIssue"]),
        new("SentryRelease", "Project", ["ProjectSlugs"], ["Get-SentryProject"]),
        new("SentryDeploy", "Release", ["ReleaseVersion"], ["Get-SentryRelease", "Get-SentryDeploy"]),
    ];

    private static Join[] Events() =>
    [
        new("SentryIssue", "Issue", ["Id"], ["Get-SentryIssue", "Set-SentryIssue", "Get-SentryEvent", "Get-SentryEventEntry"]),
        new("SentryIssue", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryEvent", "Event", ["EventId"], ["Get-SentryEventEntry"]),
        new("SentryEvent", "Issue", ["IssueId"], ["Get-SentryIssue"]),
        new("SentryEvent", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryEventEntry", "Issue", ["IssueId"], ["Get-SentryIssue"]),
        new("SentryEventEntry", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryUserFeedback", "Issue", ["IssueId"], ["Get-SentryIssue"]),
        new("SentryUserFeedback", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
    ];

    private static Join[] Integrations() =>
    [
        new("SentryIntegration", "Integration", ["Id"], ["Get-SentryIntegration", "Get-SentryRepository"]),
        new("SentryRepository", "Repository", ["Id"], ["Get-SentryRepository"]),
        new("SentryRepository", "Integration", ["IntegrationId"], ["Get-SentryIntegration"]),
        new("SentryCustomIntegration", "CustomIntegration", ["Slug"], ["Get-SentryCustomIntegration"]),
    ];
}
