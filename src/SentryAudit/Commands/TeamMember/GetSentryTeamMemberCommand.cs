using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.References;

namespace SentryAudit.Commands.TeamMember;

/// <summary>Gets the members of teams, with their roles on the team.</summary>
[Cmdlet(VerbsCommon.Get, "SentryTeamMember")]
[OutputType(typeof(SentryTeamMember))]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
public sealed class GetSentryTeamMemberCommand : SentryOrganizationCmdlet
{
    private readonly KeySelection<TeamReference, SentryTeam> _teams = new(static (key, team) => key.Matches(team));

    /// <summary>Teams by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    [ValidateNotNullOrEmpty]
    public TeamReference[]? Team { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys() => _teams.Add(Team);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _teams.Unmatched;

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var progress = new ListingProgress(Pipeline, Clock, $"Reading team members of {organization}");
        try
        {
            var teams = new List<string>();
            await foreach (var team in Source.ListTeamsAsync(organization, _teams.Keys, cancellationToken))
            {
                if (_teams.Matches(team))
                {
                    teams.Add(team.Slug);
                }
            }

            if (teams.Count > 0)
            {
                await WriteMembersAsync(organization, teams, progress, cancellationToken);
            }
        }
        finally
        {
            progress.Complete();
        }
    }

    private async Task WriteMembersAsync(
        OrganizationHome organization,
        IReadOnlyList<string> teams,
        ListingProgress progress,
        CancellationToken cancellationToken)
    {
        var firstSeen = FindFirstSeen<SentryTeamMember>(organization);
        await foreach (var part in Source.ListTeamMembersAsync(organization, teams, roles: null, cancellationToken))
        {
            if (part.Fault is not null)
            {
                ReportIncomplete(part.Fault, part.Part);
            }
            else if (part.Item is { } member)
            {
                progress.Count();
                if (firstSeen is not null)
                {
                    await firstSeen.FillAsync(member);
                }

                Pipeline.Write(member);
            }
        }
    }
}
