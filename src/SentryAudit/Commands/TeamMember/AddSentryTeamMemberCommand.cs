using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Commands.TeamMember;

/// <summary>Adds members to teams.</summary>
[Cmdlet(
    VerbsCommon.Add,
    "SentryTeamMember",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryTeamMember))]
[RequiresScope("member:read")]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("team:write", "org:write")]
public sealed class AddSentryTeamMemberCommand : SentryTeamMemberCmdlet
{
    /// <summary>Role on the team: contributor or admin; without it, the lowest, which Sentry gives by default.</summary>
    [Parameter]
    [ValidateSet("contributor", "admin")]
    public string? Role { get; set; }

    /// <summary>Returns the new team members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override string Effect(string number) => $"adds or changes {number} team memberships";

    private protected override string? Describe(MemberAndTeam candidate) =>
        candidate.Membership switch
        {
            null => $"Add to the team{(Role is null ? "" : $" as {Role}")}",
            { } now when Role is not null && !TeamMemberships.HasRole(now, Role) =>
                $"Change the role on the team from {TeamMemberships.RoleOf(now)} to {Role}",
            _ => null,
        };

    // An identity provider may manage who is on a team, but it does not manage the roles on the team.
    private protected override SentryException? Refuse(MemberAndTeam candidate) =>
        candidate.Membership is null ? base.Refuse(candidate) : null;

    private protected override string? SecondQuestion(MemberAndTeam candidate) => AskBeforeLosingRole(candidate, Role);

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        MemberAndTeam candidate,
        CancellationToken cancellationToken)
    {
        var (member, team, membership) = candidate;
        if (membership is not null)
        {
            return await Api.TeamMemberChanges.SetRoleAsync(organization, member, team.Slug, Role!, cancellationToken);
        }

        var (join, joined) = await Api.TeamMemberChanges.AddAsync(
            organization,
            member,
            team.Slug,
            Role is null && PassThru.IsPresent,
            cancellationToken);
        if (join is TeamJoin.Requested)
        {
            Pipeline.Warn(
                $"{member} is not on team {team} of {organization} yet. Membership was requested, "
                + "and somebody who manages the team has to approve it.");
            return null;
        }

        return Role is null ? joined : await SetRoleAsync(organization, member, team, Role, cancellationToken);
    }

    // The member is on the team even when the role can't be set, and the error says so.
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
                $"{member} is on team {team} now, but did not get the role {role}. {error.Message}",
                $"{error.RecommendedAction} Then set the role with Set-SentryTeamMember.",
                error);
        }
    }
}
