using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Member;

/// <summary>Invites people to an organization.</summary>
[Cmdlet(
    VerbsCommon.New,
    "SentryMember",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryMember))]
[RequiresScope("member:invite")]
[RequiresScope("team:write", "org:write", For = "-TeamRole")]
[RequiresScope("team:read", For = "-TeamRole")]
[RequiresScope("org:read", For = "-TeamRole")]
public sealed class NewSentryMemberCommand : SentryNewCmdlet
{
    private const string LeastRole = "member";

    /// <summary>E-mail addresses.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [TextOnly]
    [TextLength(3, 75)]
    public string[] Email { get; set; } = [];

    /// <summary>Role in the organization, for example <c>billing</c> or <c>manager</c>; <c>member</c> when it is empty.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OrganizationRoleCompleter))]
    [AllowEmptyString]
    public string Role { get; set => field = string.IsNullOrWhiteSpace(value) ? LeastRole : value.Trim().ToLowerInvariant(); } = LeastRole;

    /// <summary>Teams they join, by slug.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>Role on these teams. Sentry ignores it in an invitation, so it is set after it.</summary>
    [Parameter]
    [ValidateSet("contributor", "admin")]
    public string? TeamRole { get; set; }

    /// <summary>Sends no e-mail.</summary>
    [Parameter]
    public SwitchParameter NoEmail { get; set; }

    private protected override string PluralNoun => "invitations";

    private protected override IEnumerable<PlannedCreation> Plan() =>
        from email in Email
        let teams = (Team ?? []).Select(team => team.Value).ToArray()
        let invitation = new MemberInvitation(email.Trim(), Role, teams, TeamRole, !NoEmail.IsPresent)
        select new PlannedCreation(invitation.Email, Describe(invitation), (organization, cancellationToken) =>
            InviteAsync(organization, invitation, cancellationToken))
        {
            Refusal = MemberGuards.AgainstInviting(CurrentConnection.TokenKind, invitation),
            Owners = Team ?? [],
        };

    private static string Describe(MemberInvitation invitation) =>
        $"Invite as {invitation.Role}"
        + (invitation.Teams.Count > 0 ? $" to the teams {string.Join(", ", invitation.Teams)}" : "")
        + (invitation is { Teams.Count: > 0, TeamRole: { } role } ? $" as {role}" : "")
        + (invitation.SendsEmail ? ", by e-mail" : ", without an e-mail");

    private async Task<object> InviteAsync(OrganizationHome organization, MemberInvitation invitation, CancellationToken cancellationToken)
    {
        if (invitation is { Teams.Count: > 0, TeamRole: null })
        {
            Pipeline.Verbose("Sentry gives invited people the lowest role on their teams. Use -TeamRole to give them another one.");
        }

        var made = await Api.Invitations.InviteAsync(organization, invitation, cancellationToken);
        foreach (var team in invitation.TeamRole is null ? [] : invitation.Teams)
        {
            await TrySetRoleAsync(organization, made, team, invitation.TeamRole!, cancellationToken);
        }

        return made;
    }

    // The invitation has been made: a role that can't be set is an error of its own.
    private async Task TrySetRoleAsync(
        OrganizationHome organization,
        SentryMember made,
        string team,
        string role,
        CancellationToken cancellationToken)
    {
        try
        {
            await Api.TeamMemberChanges.SetRoleAsync(organization, made, team, role, cancellationToken);
        }
        catch (SentryException error)
        {
            Report(
                new SentryException(
                    error.ErrorId,
                    error.Category,
                    $"{made} was invited, but did not get the role {role} on team {team}. {error.Message}",
                    $"{error.RecommendedAction} Then set the role with Set-SentryTeamMember.",
                    error),
                made);
        }
    }
}
