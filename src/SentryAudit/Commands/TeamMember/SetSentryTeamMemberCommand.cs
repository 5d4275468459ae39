using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Sources;

namespace SentryAudit.Commands.TeamMember;

/// <summary>Gives members another role on their teams.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryTeamMember",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryTeamMember))]
[RequiresScope("member:read")]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("team:write", "org:write")]
public sealed class SetSentryTeamMemberCommand : SentryTeamMemberCmdlet
{
    /// <summary>Role on the team: contributor or admin.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateSet("contributor", "admin")]
    public string Role { get; set; } = "";

    /// <summary>Returns the changed team members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override string Effect(string number) => $"gives {number} team members the role {Role} on their teams";

    private protected override string? Describe(MemberAndTeam candidate) =>
        candidate.Membership switch
        {
            null => $"Change the role on the team from none to {Role}",
            var membership when TeamMemberships.HasRole(membership, Role) => null,
            var membership => $"Change the role on the team from {TeamMemberships.RoleOf(membership)} to {Role}",
        };

    private protected override SentryException? Refuse(MemberAndTeam candidate) =>
        candidate.Membership is null
            ? new SentryException(
                "SentryNotOnTeam",
                SentryErrorCategory.ObjectNotFound,
                $"{candidate.Member} is not on team {candidate.Team}.",
                "Add the member to the team with Add-SentryTeamMember -Role.")
            : null;

    private protected override string? SecondQuestion(MemberAndTeam candidate) => AskBeforeLosingRole(candidate, Role);

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        MemberAndTeam candidate,
        CancellationToken cancellationToken
    ) => await Api.TeamMemberChanges.SetRoleAsync(organization, candidate.Member, candidate.Team.Slug, Role, cancellationToken);
}
