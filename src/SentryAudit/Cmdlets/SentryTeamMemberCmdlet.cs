using System.Management.Automation;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.References;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that changes who is on which team. A row of a list is a pair; its names are not combined with those of
/// other rows.
/// </summary>
public abstract class SentryTeamMemberCmdlet : SentryChangingCmdlet<(SentryMember Member, SentryTeam Team, SentryTeamMember? Membership)>
{
    private const string HighestRole = "admin";
    private readonly KeyPairs<MemberReference, SentryMember, TeamReference, SentryTeam> _pairs = new(
        static (key, member) => key.Matches(member),
        static (key, team) => key.Matches(team));

    private protected SentryTeamMemberCmdlet()
    {
    }

    /// <summary>Members by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    /// <summary>Teams by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys() => _pairs.Add(Member ?? [], Team ?? []);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _pairs.Unmatched;

    private protected sealed override void OnAllRead() => ReportAcrossOrganizations(_pairs.AcrossOrganizations);

    private protected override string NameOf(MemberAndTeam candidate, OrganizationHome organization) =>
        $"{candidate.Member} on team {candidate.Team} in {organization}";

    private protected override object? ModelOf(MemberAndTeam candidate) => candidate.Membership;

    private protected override SentryException? Refuse(MemberAndTeam candidate) => TeamGuards.AgainstProvider(candidate.Team);

    private protected sealed override async Task<(IReadOnlyList<MemberAndTeam> Chosen, List<MemberAndTeam> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        var (pairs, ambiguous) = await _pairs.LookUpAsync(
            key => AppliesTo(organization, key),
            members => Api.Members.ListAsync(organization, members, teams: null, cancellationToken),
            teams => Api.Teams.ListAsync(organization, teams, cancellationToken),
            cancellationToken);
        ReportAmbiguous(ambiguous, organization);
        var slugs = pairs.Select(pair => pair.Right.Slug).Distinct(StringComparer.Ordinal);
        var memberships = (await Api.TeamMembers.ReadAsync(organization, slugs, cancellationToken))
            .ToDictionary(membership => (membership.MemberId, membership.TeamSlug));
        return ([.. pairs.Select(pair => (pair.Left, pair.Right, memberships.GetValueOrDefault((pair.Left.Id, pair.Right.Slug))))], []);
    }

    /// <summary>A question for users who are about to give away their own right to manage a team; null for everybody else.</summary>
    private protected string? AskBeforeLosingRole(MemberAndTeam candidate, string? role) =>
        role is not (null or HighestRole)
        && candidate.Membership is { } membership
        && TeamMemberships.RoleOf(membership) is HighestRole
        && IsOneself(candidate.Member)
            ? $"You are about to give away your own right to manage team {candidate.Team}. Go on?"
            : null;

    /// <summary>Whether the connection signs in as this member.</summary>
    private protected bool IsOneself(SentryMember member) =>
        CurrentConnection.User is { } user && string.Equals(member.Email, user, StringComparison.OrdinalIgnoreCase);
}
