using System.Management.Automation;
using SentryAudit.Audits.Access;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.References;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Access;

/// <summary>Gets which people can access which projects, and why: one object for each person and project.</summary>
[Cmdlet(VerbsCommon.Get, "SentryAccess")]
[OutputType(typeof(SentryAccess))]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("member:read")]
public sealed class GetSentryAccessCommand : SentryOrganizationCmdlet
{
    private readonly KeySelection<MemberReference, SentryMember> _members = new(static (key, member) => key.Matches(member));
    private readonly NamedProjects _projects = new();
    private readonly NamedPairs<MemberReference, ProjectReference> _pairs = new();

    /// <summary>Only the access of these members, by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    /// <summary>Only the access to these projects, by slug, id, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Leaves out access that people have only because the organization has open membership.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    public SwitchParameter ExcludeOpenMembership { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _pairs.Add(Member, Project);
        return [.. _members.Add(Member), .. _projects.Add(Project)];
    }

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _members.Unmatched.Concat(_projects.Unmatched);

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var progress = new ListingProgress(Pipeline, Clock, $"Reading access in {organization}");
        try
        {
            var projects = await _projects.ResolveAsync(At(organization), cancellationToken);
            var isMeant = Filter(organization, projects);
            var map = await Source.ReadAccessAsync(organization, projects, !ExcludeOpenMembership.IsPresent, cancellationToken);
            ReportGaps(map, organization);
            await foreach (var member in Source.ListMembersAsync(organization, _members.Keys, teams: null, cancellationToken))
            {
                progress.Count();
                if (_members.Matches(member, key => AppliesTo(organization, key)))
                {
                    Write(map, member, isMeant);
                }
            }

            if (map.Gap is { } gap)
            {
                ReportIncomplete(gap, organization.Slug);
            }
        }
        finally
        {
            progress.Complete();
        }
    }

    // Without this, each person would be combined with the projects of the others.
    private Func<SentryMember, string, bool> Filter(OrganizationHome organization, IReadOnlyList<SentryProject>? projects)
    {
        if (projects is null)
        {
            return static (_, _) => true;
        }

        var bySlug = projects.ToDictionary(project => project.Slug, StringComparer.Ordinal);
        return (member, slug) => _pairs.Includes(
            key => key.Matches(member) && AppliesTo(organization, key),
            key => key.Matches(bySlug[slug]) && AppliesTo(organization, key));
    }

    // The rows that the other teams give are whole.
    private void ReportGaps(AccessMap map, OrganizationHome organization)
    {
        map.Gaps.ForEach(gap => ReportIncomplete(gap.Fault, gap.Team));
        if (map.Deleted is not [])
        {
            Pipeline.Warn(
                $"Projects of {organization} name teams that are no longer among its teams, and so give nobody access: "
                    + $"{string.Join(", ", map.Deleted)}. They are left out.");
        }
    }

    private void Write(AccessMap map, SentryMember member, Func<SentryMember, string, bool> isMeant)
    {
        if (!map.IsComplete(member))
        {
            ReportIncomplete(AccessFaults.UnknownRole(member), member.ToString());
        }

        foreach (var row in map.RowsOf(member).Where(row => isMeant(member, row.ProjectSlug)))
        {
            Pipeline.Write(row);
        }
    }
}
