using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;
using SentryAudit.Sources;
using TeamPlace = (SentryAudit.SentryMember Member, SentryAudit.SentryTeam Team, SentryAudit.SentryTeamMember? Now);

namespace SentryAudit.Commands.TeamMember;

/// <summary>Puts members on teams.</summary>
[Cmdlet(VerbsCommon.Add, "SentryTeamMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryTeamMember))]
[RequiresScope("member:read")]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("team:write", "org:write")]
public sealed class AddSentryTeamMemberCommand : SentryTeamPlaceCmdlet
{
    /// <summary>Role on the team, contributor or admin; without it what Sentry gives, the least.</summary>
    [Parameter]
    [ValidateSet("contributor", "admin")]
    public string? Role { get; set; }

    /// <summary>Returns who is on the team now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => IsOn(PassThru);

    private protected override string? Describe(TeamPlace candidate) =>
        candidate.Now switch
        {
            null => $"Add to the team{(Role is null ? "" : $" as {Role}")}",
            { } now when Role is not null && !TeamMemberships.HasRole(now, Role) =>
                $"Change the role on the team from {TeamMemberships.RoleOf(now)} to {Role}",
            _ => null,
        };

    // An identity provider manages who is on a team, not their roles on it.
    private protected override SentryException? Refuse(TeamPlace candidate) => candidate.Now is null ? base.Refuse(candidate) : null;

    private protected override string? SecondThought(TeamPlace candidate) => AskOfOneself(candidate, Role);

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        TeamPlace candidate,
        CancellationToken cancellationToken)
    {
        var (member, team, now) = candidate;
        if (now is not null)
        {
            return await Api.TeamMemberChanges.SetRoleAsync(organization, member, team.Slug, Role!, cancellationToken);
        }

        var (join, place) = await Api.TeamMemberChanges.AddAsync(
            organization,
            member,
            team.Slug,
            Role is null && IsOn(PassThru),
            cancellationToken);
        if (join is TeamJoin.Requested)
        {
            Pipeline.Warn(
                $"{member} is not on team {team} of {organization}: it was requested, and somebody who runs the team has to approve it.");
            return null;
        }

        return Role is null ? place : await SetRoleAsync(organization, member, team, Role, cancellationToken);
    }

    // The member is on the team whatever becomes of the role.
    private async Task<SentryTeamMember> SetRoleAsync(
        OrganizationHome organization,
        SentryMember member,
        SentryTeam team,
        string role,
        CancellationToken cancellationToken)
    {
        try
        {
            return await Api.TeamMemberChanges.SetRoleAsync(organization, member, team.Slug, role, cancellationToken);
        }
        catch (SentryException error)
        {
            throw new SentryException(
                error.ErrorId,
                error.Category,
                $"{member} is on team {team} now, but without the role {role}. {error.Message}",
                $"{error.RecommendedAction} Then set the role with Set-SentryTeamMember.",
                error);
        }
    }
}
