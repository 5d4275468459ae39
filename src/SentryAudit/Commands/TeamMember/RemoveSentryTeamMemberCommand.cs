using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Sources;
using TeamPlace = (SentryAudit.SentryMember Member, SentryAudit.SentryTeam Team, SentryAudit.SentryTeamMember? Now);

namespace SentryAudit.Commands.TeamMember;

/// <summary>Takes members off teams.</summary>
[Cmdlet(VerbsCommon.Remove, "SentryTeamMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("member:read")]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("team:admin", "org:write")]
public sealed class RemoveSentryTeamMemberCommand : SentryTeamPlaceCmdlet
{
    // Who is not on the team is where they should be.
    private protected override string? Describe(TeamPlace candidate) => candidate.Now is null
        ? null
        : $"Take {(IsOneself(candidate.Member) ? "yourself " : "")}off the team, as {candidate.Now.EffectiveRole ?? TeamMemberships.RoleOf(candidate.Now)}";

    private protected override string? SecondThought(TeamPlace candidate) =>
        IsOneself(candidate.Member) ? $"This takes you off team {candidate.Team} yourself. Go on?" : null;

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        TeamPlace candidate,
        CancellationToken cancellationToken)
    {
        await Api.TeamMemberChanges.RemoveAsync(organization, candidate.Member, candidate.Team.Slug, cancellationToken);
        return null;
    }
}
