using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Events;

/// <summary>Gets the events of issues or projects; of each the newest first.</summary>
[Cmdlet(VerbsCommon.Get, "SentryEvent")]
[OutputType(typeof(SentryEvent))]
[RequiresScope("project:read", For = "the events of projects")]
[RequiresScope("event:read", For = "-Issue")]
[RequiresScope("org:read", For = "-Project")]
public sealed class GetSentryEventCommand : SentryEventCmdlet<SentryEvent>
{
    /// <summary>Events of these issues: by short id, id, wildcard or object.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IssueId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IssueCompleter))]
    public IssueReference[]? Issue { get; set; }

    /// <summary>Events of these projects. With issues given as text: only the events of these issues in these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    private protected override string PluralNoun => "events";

    private protected override IEnumerable<EntityReference> CollectKeys() => Collect(Issue, Project);

    private protected override async IAsyncEnumerable<SentryEvent> ListAsync(
        OrganizationHome organization, IReadOnlyList<IssueReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sources = await FindSourcesAsync(organization, cancellationToken);
        await foreach (var (source, item, fault) in Api.Events.ListAsync(organization, sources, cancellationToken))
        {
            if (fault is not null)
            {
                ReportIncomplete(fault, source.ToString());
            }
            else if (item is not null)
            {
                yield return item;
            }
        }
    }
}
