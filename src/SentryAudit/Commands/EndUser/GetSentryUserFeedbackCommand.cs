using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Sources;

namespace SentryAudit.Commands.EndUser;

/// <summary>Gets the feedback of end users: legacy user reports, project by project, then the feedback of the widget.</summary>
[Cmdlet(VerbsCommon.Get, "SentryUserFeedback")]
[OutputType(typeof(SentryUserFeedback))]
[RequiresScope("project:read", For = "legacy reports")]
[RequiresScope("event:read", For = "feedback of the widget")]
[RequiresScope("org:read", For = "projects")]
public sealed class GetSentryUserFeedbackCommand() : SentryReportCmdlet<ProjectReference, SentryUserFeedback>(static (_, _) => true)
{
    private readonly NamedProjects _projects = new();

    /// <summary>Projects by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    // The keys choose the lists to read. The feedback in them is not matched against keys.
    private protected override IReadOnlyList<ProjectReference>? Keys => null;

    private protected override string PluralNoun => "user feedback";

    private protected override IEnumerable<EntityReference> CollectKeys() => _projects.Add(Project);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _projects.Unmatched;

    private protected override async IAsyncEnumerable<SentryUserFeedback> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = ResolveWindow(whenNone: null);
        var projects = await _projects.ResolveAsync(At(organization), cancellationToken);
        if (projects is [])
        {
            yield break;
        }

        var slugs = projects?.Select(project => project.Slug)
            ?? await Api.Projects.ReadReachableSlugsAsync(organization, cancellationToken);
        await foreach (var (project, report, fault) in Api.Feedback.ListReportsAsync(organization, slugs, window, cancellationToken))
        {
            if (fault is not null)
            {
                ReportIncomplete(fault, project);
            }
            else if (report is not null)
            {
                yield return report;
            }
        }

        var selection = projects is null ? null : new ProjectSelection(projects);
        await foreach (var feedback in Api.Feedback.ListFromWidgetAsync(organization, selection, window, cancellationToken))
        {
            yield return feedback;
        }
    }
}
