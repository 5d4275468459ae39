using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Sources;
using TeamPlace = (SentryAudit.SentryMember Member, SentryAudit.SentryTeam Team, SentryAudit.SentryTeamMember? Now);

namespace SentryAudit.Commands.TeamMember;

/// <summary>Gives members another role on their teams.</summary>
[Cmdlet(VerbsCommon.Set, "SentryTeamMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryTeamMember))]
[RequiresScope("member:read")]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("team:write", "org:write")]
public sealed class SetSentryTeamMemberCommand : SentryTeamPlaceCmdlet
{
    /// <summary>Role on the team: contributor or admin.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateSet("contributor", "admin")]
    public string Role { get; set; } = "";

    /// <summary>Returns who is on the team, with the new role.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => IsOn(PassThru);

    private protected override string? Describe(TeamPlace candidate) => candidate.Now is { } now && TeamMemberships.HasRole(now, Role)
        ? null
        : $"Change the role on the team from {(candidate.Now is null ? "none" : TeamMemberships.RoleOf(candidate.Now))} to {Role}";

    private protected override SentryException? Refuse(TeamPlace candidate) =>
        candidate.Now is null
            ? new SentryException(
                "SentryNotOnTeam",
                SentryErrorCategory.ObjectNotFound,
                $"{candidate.Member} is not on team {candidate.Team}.",
                "Put them on it with Add-SentryTeamMember -Role.")
            : null;

    private protected override string? SecondThought(TeamPlace candidate) => AskOfOneself(candidate, Role);

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        TeamPlace candidate,
        CancellationToken cancellationToken
    ) => await Api.TeamMemberChanges.SetRoleAsync(organization, candidate.Member, candidate.Team.Slug, Role, cancellationToken);
}
