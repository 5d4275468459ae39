using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Events;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Events;

/// <summary>Gets the entries of events, for example exceptions, breadcrumbs and requests.</summary>
[Cmdlet(VerbsCommon.Get, "SentryEventEntry")]
[OutputType(typeof(SentryEventEntry))]
[RequiresScope("project:read", For = "the events of projects, -Event")]
[RequiresScope("event:read", For = "-Issue")]
[RequiresScope("org:read", For = "-Project, -Event without its project")]
public sealed class GetSentryEventEntryCommand : SentryEventCmdlet<SentryEventEntry>
{
    private readonly List<(EventReference Key, string? Project)> _events = [];
    private readonly List<EventReference> _patterns = [];
    private readonly HashSet<EventReference> _unmatched = [];
    private bool _wantsLists;

    /// <summary>Entries of these events: by id, wildcard or object.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EventId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventCompleter))]
    public EventReference[]? Event { get; set; }

    /// <summary>Entries of the events of these issues: by short id, id, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("IssueId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IssueCompleter))]
    public IssueReference[]? Issue { get; set; }

    /// <summary>Entries of the events of these projects. With the id of an event: the project to find it in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only entries of these types, for example exception or breadcrumbs.</summary>
    [Parameter]
    [Filter(FilterValues.EntryType)]
    [ArgumentCompleter(typeof(EntryTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    private protected override string PluralNoun => "event entries";

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_unmatched);

    private protected override bool Includes(SentryEventEntry candidate) =>
        Type?.Contains(candidate.Type, StringComparer.OrdinalIgnoreCase) != false;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        var named = (Event ?? []).Where(key => !key.IsPattern).ToArray();
        var project = Project is [{ IsPattern: false } only] ? only.Value : null;
        _events.AddRange(named.Select(key => (key, key.ProjectSlug ?? project)));
        _unmatched.UnionWith(named);
        _patterns.AddRange((Event ?? []).Where(key => key.IsPattern));
        if (named.Length > 0 && named.Length == Event!.Length)
        {
            return named;
        }

        _wantsLists = true;
        return [.. named, .. Collect(Issue, Project)];
    }

    private protected override async IAsyncEnumerable<SentryEventEntry> ListAsync(
        OrganizationHome organization, IReadOnlyList<IssueReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in GetAsync(organization, cancellationToken))
        {
            yield return entry;
        }

        var sources = _wantsLists ? await FindSourcesAsync(organization, cancellationToken) : [];
        await foreach (var (source, entry, fault) in Api.EventEntries.ListAsync(organization, sources, cancellationToken))
        {
            if (fault is not null)
            {
                ReportIncomplete(fault, source.ToString());
            }
            else if (entry is not null && (_patterns.Count == 0 || _patterns.Exists(key => key.Matches(entry.EventId, organization.Slug))))
            {
                yield return entry;
            }
        }
    }

    private async IAsyncEnumerable<SentryEventEntry> GetAsync(
        OrganizationHome organization,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var places = _events
            .Where(item => item.Key.IsIn(organization.Slug))
            .Select(item => new EventPlace(item.Key.Id, item.Project))
            .Distinct();
        await foreach (var (place, entry, fault) in Api.EventEntries.ListOfEventsAsync(organization, places, cancellationToken))
        {
            // An event that is not here may be in another organization. It is reported when all have been read.
            if (fault is not null and not SentryApiException { Status: 404 })
            {
                ReportIncomplete(fault, place.Id);
            }
            else if (entry is not null)
            {
                yield return entry;
            }
            else if (fault is null)
            {
                _unmatched.RemoveWhere(key => key.Matches(place.Id, organization.Slug));
            }
        }
    }
}
