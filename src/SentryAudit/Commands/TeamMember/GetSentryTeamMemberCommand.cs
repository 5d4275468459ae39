using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Streams;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.Requests;

namespace SentryAudit.Commands.TeamMember;

/// <summary>Gets the members of teams, with their roles on the team.</summary>
[Cmdlet(VerbsCommon.Get, "SentryTeamMember")]
[OutputType(typeof(SentryTeamMember))]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("member:read", For = "-Member")]
public sealed class GetSentryTeamMemberCommand : SentryOrganizationCmdlet
{
    private readonly NamedTeams _teams = new();
    private readonly NamedMembers _members = new();
    private readonly NamedPairs<TeamReference, MemberReference> _pairs = new();

    /// <summary>Teams by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>Only these people, by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _pairs.Add(Team, Member);
        return [.. _teams.Add(Team), .. _members.Add(Member)];
    }

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _teams.Unmatched.Concat(_members.Unmatched);

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var progress = new ListingProgress(Pipeline, Clock, $"Reading team members of {organization}");
        try
        {
            if (await FindTeamsAsync(organization, cancellationToken) is { Count: > 0 } teams)
            {
                await WriteMembersAsync(organization, teams, progress, cancellationToken);
            }
        }
        finally
        {
            progress.Complete();
        }
    }

    private async Task<IReadOnlyList<SentryTeam>> FindTeamsAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var named = await _teams.ResolveAsync(At(organization), cancellationToken);
        if (named is [])
        {
            // So that people whom there are not are told all the same.
            await _members.ResolveAsync(At(organization), cancellationToken);
            return [];
        }

        var ofMembers = await _members.ResolveTeamsAsync(At(organization), cancellationToken);
        if (ofMembers?.Count == 0)
        {
            return [];
        }

        named ??= await Source.ListTeamsAsync(organization, [], cancellationToken).ReadAllAsync(cancellationToken);
        return [.. named.Where(team => ofMembers?.Contains(team.Slug) is not false)];
    }

    private async Task WriteMembersAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryTeam> teams,
        ListingProgress progress,
        CancellationToken cancellationToken)
    {
        var firstSeen = FindFirstSeen<SentryTeamMember>(organization);
        var teamOf = teams.ToDictionary(team => team.Slug, StringComparer.Ordinal);
        var memberships = Source.ListTeamMembersAsync(organization, teamOf.Keys, roles: null, cancellationToken);
        await foreach (var part in memberships)
        {
            if (part.Fault is not null)
            {
                ReportIncomplete(part.Fault, part.Part);
            }
            else if (part.Item is { } member && IsMeant(organization, teamOf[part.Part], member))
            {
                progress.Count();
                member.TeamId = teamOf[part.Part].Id;
                if (firstSeen is not null)
                {
                    await firstSeen.FillAsync(member);
                }

                Pipeline.Write(member);
            }
        }
    }

    private bool IsMeant(OrganizationHome organization, SentryTeam team, SentryTeamMember member) =>
        _pairs.Includes(
            key => key.Matches(team) && AppliesTo(organization, key),
            key => key.Matches(member) && AppliesTo(organization, key));
}
