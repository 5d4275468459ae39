using System.Management.Automation;
using SentryAudit.Common.Streams;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.References;
using SentryAudit.Requests;
using SentryAudit.Sources;
using TeamPlace = (SentryAudit.SentryMember Member, SentryAudit.SentryTeam Team, SentryAudit.SentryTeamMember? Now);

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes who is on which team. What one input object names belongs together: a row of a list is one pair.</summary>
public abstract class SentryTeamPlaceCmdlet : SentryChangingCmdlet<(SentryMember Member, SentryTeam Team, SentryTeamMember? Now)>
{
    private const string Highest = "admin";
    private readonly KeyPairs<MemberReference, SentryMember, TeamReference, SentryTeam> _pairs = new(
        static (key, member) => key.Matches(member),
        static (key, team) => key.Matches(team));

    private protected SentryTeamPlaceCmdlet()
    {
    }

    /// <summary>Members by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    [ValidateNotNullOrEmpty]
    public MemberReference[]? Member { get; set; }

    /// <summary>Teams by slug, id, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    [ValidateNotNullOrEmpty]
    public TeamReference[]? Team { get; set; }

    /// <summary>Asks no second question when it takes something away from oneself.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override bool IsForced => IsOn(Force);

    private protected override IEnumerable<EntityReference> CollectKeys() => _pairs.Add(Member ?? [], Team ?? []);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _pairs.Unmatched;

    private protected sealed override void Finish() =>
        ReportApart(_pairs.Apart.Select(static pair => ((EntityReference)pair.Left, (EntityReference)pair.Right)));

    private protected override string NameOf(TeamPlace candidate, OrganizationHome organization) =>
        $"{candidate.Member} on team {candidate.Team} in {organization}";

    private protected override object? ModelOf(TeamPlace candidate) => candidate.Now;

    private protected override SentryException? Refuse(TeamPlace candidate) => TeamGuards.AgainstProvider(candidate.Team);

    private protected sealed override async Task<(IReadOnlyList<TeamPlace> Chosen, List<TeamPlace> All)> LookUpAsync(
        OrganizationHome organization, CancellationToken cancellationToken)
    {
        var (lefts, rights) = (_pairs.Lefts.Where(IsMeantHere).ToArray(), _pairs.Rights.Where(IsMeantHere).ToArray());
        var members = lefts is []
            ? []
            : await Api.Members.ListAsync(organization, lefts, teams: null, cancellationToken).ReadAllAsync(cancellationToken);
        var teams = rights is []
            ? []
            : await Api.Teams.ListAsync(organization, rights, cancellationToken).ReadAllAsync(cancellationToken);
        var (pairs, ambiguous) = _pairs.Among(members, teams, IsMeantHere);
        ReportAmbiguous(ambiguous, organization);
        var places = (
            await Api.TeamMembers.ReadAsync(
                organization,
                pairs.Select(pair => pair.Right.Slug).Distinct(StringComparer.Ordinal),
                cancellationToken)
        ).ToDictionary(place => (place.MemberId, place.TeamSlug));
        return ([.. pairs.Select(pair => (pair.Left, pair.Right, places.GetValueOrDefault((pair.Left.Id, pair.Right.Slug))))], []);

        bool IsMeantHere(EntityReference key) => IsMeantIn(organization, key);
    }

    /// <summary>The question to who is about to give away their own right to run a team; null for everybody else.</summary>
    private protected string? AskOfOneself(TeamPlace candidate, string? role) =>
        role is not (null or Highest) && candidate.Now is { } now && TeamMemberships.RoleOf(now) is Highest && IsOneself(candidate.Member)
            ? $"This takes away your own right to run team {candidate.Team}. Go on?"
            : null;

    /// <summary>Whether the member is who this connection works as.</summary>
    private protected bool IsOneself(SentryMember member) =>
        Connected.User is { } user && string.Equals(member.Email, user, StringComparison.OrdinalIgnoreCase);
}
