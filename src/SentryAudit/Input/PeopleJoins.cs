namespace SentryAudit.Input;

/// <summary>What people and teams, and objects about them, may be piped into.</summary>
internal static class PeopleJoins
{
    private static readonly string[] AboutMembers =
    [
        "Get-SentryMember", "Get-SentryUserStatus", "Get-SentryAccess", "Get-SentryTeam", "Get-SentryTeamMember", "Get-SentryProject",
    ];

    private static readonly string[] ChangesOfMembers =
    [
        "Set-SentryMember", "Remove-SentryMember", "Send-SentryInvitation", "Add-SentryTeamMember", "Set-SentryTeamMember",
        "Remove-SentryTeamMember",
    ];

    private static readonly Dictionary<string, string> OfOrganization =
        new(StringComparer.Ordinal) { [nameof(SentryRole.Kind)] = nameof(SentryRoleKind.Organization) };

    public static IReadOnlyList<Join> All { get; } = [.. Teams(), .. Members(), .. Memberships(), .. Roles()];

    private static Join[] Teams() =>
    [
        new("SentryTeam", "Team", ["Slug", "Id"],
        [
            "Get-SentryTeam", "Set-SentryTeam", "Remove-SentryTeam", "Get-SentryMember", "Get-SentryTeamMember", "Get-SentryProject",
            "Get-SentryEventCount", "New-SentryMember", "New-SentryProject", "Add-SentryTeamMember", "Set-SentryTeamMember",
            "Remove-SentryTeamMember", "Add-SentryProjectTeam", "Remove-SentryProjectTeam",
        ]),
        new("SentryTeam", "Project", ["ProjectSlugs"], [.. ProjectJoins.OfProjects, "Get-SentryAccess"]),
    ];

    private static Join[] Members() =>
    [
        new("SentryMember", "Member", ["Id", "Email"], [.. AboutMembers, .. ChangesOfMembers]),
        new("SentryMember", "Role", ["Role"], ["Get-SentryRole"]) { Known = OfOrganization },
        new("SentryMember", "Actor", ["UserId", "Email"], ["Get-SentryAuditLog"]),
        new("SentryUserStatus", "Member", ["MemberId", "Email"], [.. AboutMembers, .. ChangesOfMembers]),
        new("SentryUserStatus", "Role", ["Role"], ["Get-SentryRole"]) { Known = OfOrganization },
        new("SentryUserStatus", "Actor", ["UserId", "Email"], ["Get-SentryAuditLog"]),
        new("SentryMemberComparison", "Member", ["MemberId", "ReferenceEmail"], [.. AboutMembers, .. ChangesOfMembers]),
        new("SentryAuditLogEntry", "Actor", ["ActorId", "ActorEmail"], ["Get-SentryAuditLog"]),
    ];

    private static Join[] Memberships() =>
    [
        new("SentryTeamMember", "Member", ["MemberId"], ["Get-SentryTeamMember", "Set-SentryTeamMember", "Remove-SentryTeamMember"])
        {
            Beside = ("Team", "TeamSlug"),
        },
        new("SentryTeamMember", "Member", ["MemberId"],
            ["Get-SentryMember", "Get-SentryUserStatus", "Get-SentryAccess", "Add-SentryTeamMember"]),
        new("SentryTeamMember", "Team", ["TeamSlug"], ["Get-SentryTeam", "Get-SentryProject"]),
        new("SentryTeamMember", "Actor", ["UserId", "Email"], ["Get-SentryAuditLog"]),
        new("SentryAccess", "Member", ["MemberId"], ["Get-SentryAccess"]) { Beside = ("Project", "ProjectSlug") },
        new("SentryAccess", "Member", ["MemberId"], ["Get-SentryMember", "Get-SentryUserStatus"]),
        new("SentryAccess", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryAccess", "Team", ["TeamSlugs"], ["Get-SentryTeam"]),
    ];

    private static Join[] Roles() =>
    [
        new("SentryRole", "Role", ["Id"], ["Get-SentryRole"]),
        new("SentryRole", "Role", ["Id"], ["Get-SentryMember"])
        {
            When = (nameof(SentryRole.Kind), [nameof(SentryRoleKind.Organization)]),
        },
        new("SentryInviteRequest", "InviteRequest", ["Id"],
            ["Get-SentryInviteRequest", "Approve-SentryInviteRequest", "Deny-SentryInviteRequest"]),
    ];
}
