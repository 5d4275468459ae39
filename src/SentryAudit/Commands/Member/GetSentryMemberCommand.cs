using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Streams;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Commands.Member;

/// <summary>Gets the members of organizations, including invitations that are not accepted yet.</summary>
[Cmdlet(VerbsCommon.Get, "SentryMember")]
[OutputType(typeof(SentryMember))]
[RequiresScope("member:read")]
[RequiresScope("org:read", For = "teams")]
[RequiresScope("team:read", For = "teams")]
[RequiresScope("org:read", For = "-Role")]
public sealed class GetSentryMemberCommand()
    : SentryListingCmdlet<MemberReference, SentryMember>(static (key, member) => key.Matches(member))
{
    private readonly NamedTeams _teams = new();
    private readonly NamedProjects _projects = new();
    private readonly List<RoleReference> _roles = [];

    /// <summary>Members by e-mail address, membership id, display name, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    /// <summary>Only members of one of these teams.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>Only members of a team of one of these projects. For everybody who has access to a project, use Get-SentryAccess.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only members with one of these organization roles, by id, wildcard or object.</summary>
    [Parameter]
    [Filter(FilterValues.OrganizationRole)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public RoleReference[]? Role { get; set; }

    /// <summary>Only invitations that are not accepted yet.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    public SwitchParameter Pending { get; set; }

    /// <summary>
    /// Only people known to have no two-factor authentication. Invitations and deleted accounts are left out. A warning says of how many
    /// members it is not known.
    /// </summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    public SwitchParameter Without2FA { get; set; }

    /// <summary>Also reads the members of every team, one request per team, to fill TeamSlugs and TeamRoles.</summary>
    [Parameter]
    public SwitchParameter IncludeTeams { get; set; }

    private protected override IReadOnlyList<MemberReference>? Keys => Member;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _roles.AddRange((Role ?? []).Except(_roles));
        return [.. base.CollectKeys(), .. _teams.Add(Team), .. _projects.Add(Project)];
    }

    private protected override IEnumerable<EntityReference> UnmatchedKeys =>
        [.. base.UnmatchedKeys, .. _teams.Unmatched, .. _projects.Unmatched];

    private protected override string PluralNoun => "members";

    private protected override bool Includes(SentryMember candidate) => Unknown.Meets(
        ("role", _roles.Count == 0 ? true : candidate.Role is null ? null : _roles.Exists(role => role.Matches(candidate))),
        ("state of the invitation", Pending.IsPresent ? candidate.Pending : true),
        ("two-factor authentication", Without2FA.IsPresent ? IsWithout2FA(candidate) : true));

    // Who is only invited, or whose account was deleted, has no account that could have it.
    private static bool? IsWithout2FA(SentryMember candidate) =>
        candidate is { Pending: true } or { Pending: false, UserId: null } ? false : !candidate.Has2FA;

    private protected override IAsyncEnumerable<SentryMember> ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, CancellationToken cancellationToken) =>
        Source.ListMembersAsync(organization, keys, teams: null, cancellationToken);

    private protected override async IAsyncEnumerable<SentryMember> ListAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var memberships = IncludeTeams.IsPresent ? await ReadMembershipsAsync(organization, cancellationToken) : null;
        var teams = await ResolveTeamsAsync(organization, cancellationToken);
        var members = teams is null
            ? Source.ListMembersAsync(organization, keys, memberships, cancellationToken)
            : Source.ListTeamsMembersAsync(
                organization, teams, memberships, (team, fault) => ReportIncomplete(fault, team), cancellationToken);
        await foreach (var member in members)
        {
            yield return member;
        }
    }

    /// <summary>The teams whose members are wanted; null for all members.</summary>
    private async Task<IReadOnlyList<SentryTeam>?> ResolveTeamsAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var teams = await _teams.ResolveAsync(At(organization), cancellationToken);
        if (await _projects.ResolveTeamsAsync(At(organization), cancellationToken) is not { } slugs)
        {
            return teams;
        }

        teams ??= slugs.Count == 0 ? [] : await Source.ListTeamsAsync(organization, [], cancellationToken).ReadAllAsync(cancellationToken);
        return [.. teams.Where(team => slugs.Contains(team.Slug))];
    }

    // When the teams can't be read, the members are listed all the same, and their teams are unknown.
    private async Task<TeamMemberships?> ReadMembershipsAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        try
        {
            return await Source.ReadTeamMembershipsAsync(organization, members: null, cancellationToken);
        }
        catch (SentryException error)
        {
            ReportIncomplete(error, organization.Slug);
            return null;
        }
    }
}
