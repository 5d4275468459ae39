using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>Which parameters need no name, and which the objects of other cmdlets fill.</summary>
public sealed class ParameterBindingTests
{
    private static readonly Dictionary<string, string> AtPositionZero = new(StringComparer.Ordinal)
    {
        ["Get-SentryOrganization"] = "Organization",
        ["Get-SentryMember"] = "Member",
        ["Get-SentryTeam"] = "Team",
        ["Get-SentryProject"] = "Project",
        ["Get-SentryRelease"] = "Release",
        ["Get-SentryAlertRule"] = "AlertRule",
        ["Get-SentryTeamMember"] = "Team",
        ["Get-SentryRole"] = "Role",
        ["Get-SentryAccess"] = "Member",
        ["Get-SentryAuditLog"] = "Actor",
        ["Get-SentryUserStatus"] = "Member",
        ["Get-SentryProjectKey"] = "ProjectKey",
        ["Get-SentryRepository"] = "Repository",
        ["Get-SentryDeploy"] = "Release",
        ["Get-SentryMonitor"] = "Monitor",
        ["Get-SentryIntegration"] = "Integration",
        ["Get-SentryCustomIntegration"] = "CustomIntegration",
        ["Get-SentryInviteRequest"] = "InviteRequest",
        ["Get-SentryIssue"] = "Issue",
        ["Get-SentryEvent"] = "Issue",
        ["Get-SentryEventEntry"] = "Event",
        ["Get-SentryUserFeedback"] = "Project",
        ["Get-SentryProjectUser"] = "Project",
        ["Get-SentryInventory"] = "Organization",
        ["Remove-SentryInventory"] = "Inventory",
        ["Remove-SentryMember"] = "Member",
        ["Set-SentryMember"] = "Member",
        ["Send-SentryInvitation"] = "Member",
        ["New-SentryMember"] = "Email",
        ["Approve-SentryInviteRequest"] = "InviteRequest",
        ["Deny-SentryInviteRequest"] = "InviteRequest",
        ["New-SentryTeam"] = "Slug",
        ["Set-SentryTeam"] = "Team",
        ["Remove-SentryTeam"] = "Team",
        ["Add-SentryTeamMember"] = "Member",
        ["Set-SentryTeamMember"] = "Member",
        ["Remove-SentryTeamMember"] = "Member",
        ["New-SentryProject"] = "Name",
        ["Set-SentryProject"] = "Project",
        ["Remove-SentryProject"] = "Project",
        ["Add-SentryProjectTeam"] = "Project",
        ["Remove-SentryProjectTeam"] = "Project",
        ["New-SentryProjectKey"] = "Project",
        ["Set-SentryProjectKey"] = "ProjectKey",
        ["Enable-SentryProjectKey"] = "ProjectKey",
        ["Disable-SentryProjectKey"] = "ProjectKey",
        ["Remove-SentryProjectKey"] = "ProjectKey",
        ["Set-SentryAlertRule"] = "AlertRule",
        ["Enable-SentryAlertRule"] = "AlertRule",
        ["Disable-SentryAlertRule"] = "AlertRule",
        ["Remove-SentryAlertRule"] = "AlertRule",
        ["Set-SentryOrganization"] = "Organization",
        ["Set-SentryRelease"] = "Release",
        ["New-SentryDeploy"] = "Release",
        ["Set-SentryIssue"] = "Issue",
    };

    private static readonly (string Cmdlet, string Parameter)[] ByName =
    [
        ("Get-SentryMember", "Member"),
        ("Get-SentryTeam", "Team"),
        ("Get-SentryProject", "Team"),
        ("Get-SentryRelease", "Project"),
        ("Get-SentryAlertRule", "Project"),
        ("Get-SentryRelease", "Organization"),
        ("Get-SentryProjectKey", "Project"),
        ("Get-SentryMonitor", "Project"),
        ("Get-SentryDeploy", "Release"),
        ("Get-SentryIntegration", "Integration"),
        ("Get-SentryIssue", "Project"),
        ("Get-SentryEvent", "Issue"),
        ("Get-SentryEvent", "Project"),
        ("Get-SentryEventEntry", "Event"),
        ("Get-SentryUserFeedback", "Project"),
        ("Get-SentryProjectUser", "Project"),
    ];

    [Fact]
    public void Position_zero_is_the_cmdlets_own_key() => Offenders.None(
        from pair in AtPositionZero
        let positioned = CmdletTypes
            .Parameters(CmdletTypes.Of(pair.Key))
            .Where(parameter => parameter.Sets.Any(set => set.Position is 0))
            .Select(parameter => parameter.Name)
        where !positioned.SequenceEqual([pair.Value])
        select $"{pair.Key}: {string.Join(", ", positioned)}");

    [Fact]
    public void What_other_cmdlets_write_binds_by_name() => Offenders.None(
        from pair in ByName
        let parameter = CmdletTypes.Parameters(CmdletTypes.Of(pair.Cmdlet)).Single(parameter => parameter.Name == pair.Parameter)
        where !parameter.Sets.Any(set => set.ByName)
        select $"{parameter}");
}
