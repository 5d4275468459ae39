using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Sources;

namespace SentryAudit.Commands.TeamMember;

/// <summary>Removes members from teams.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryTeamMember",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("member:read")]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("team:admin", "org:write")]
public sealed class RemoveSentryTeamMemberCommand : SentryTeamMemberCmdlet
{
    // A member who is not on the team needs no change.
    private protected override string Effect(string number) => $"removes {number} team memberships";

    private protected override string? Describe(MemberAndTeam candidate)
    {
        if (candidate.Membership is not { } membership)
        {
            return null;
        }

        var role = membership.EffectiveRole ?? TeamMemberships.RoleOf(membership);
        return IsOneself(candidate.Member) ? $"Remove yourself from the team, as {role}" : $"Remove from the team, as {role}";
    }

    private protected override string? SecondQuestion(MemberAndTeam candidate) =>
        IsOneself(candidate.Member) ? $"You are about to remove yourself from team {candidate.Team}. Go on?" : null;

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        MemberAndTeam candidate,
        CancellationToken cancellationToken)
    {
        await Api.TeamMemberChanges.RemoveAsync(organization, candidate.Member, candidate.Team.Slug, cancellationToken);
        return null;
    }
}
