using SentryAudit.Api.Events;
using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.References;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A report read from many lists of events: those of issues, or those of projects. A list that fails does not stop the
/// others.
/// </summary>
/// <typeparam name="TObject">The events, or what is made of them.</typeparam>
public abstract class SentryEventCmdlet<TObject> : SentryReportCmdlet<IssueReference, TObject>
    where TObject : class
{
    private readonly KeySelection<IssueReference, SentryIssue> _named = new(static (key, issue) => key.Matches(issue));
    private readonly KeySelection<ProjectReference, SentryProject> _projects = new(
        static (key, project) => key.Matches(project), expectsMatches: true);

    // Issues that were given as objects need no lookup, and there may be very many.
    private readonly List<IssueReference> _issueObjects = [];

    private protected SentryEventCmdlet()
        : base(static (_, _) => true)
    {
    }

    // The keys choose the lists to read. The events in them are not matched against keys.
    private protected sealed override IReadOnlyList<IssueReference>? Keys => null;

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _named.Unmatched.Concat(_projects.Unmatched);

    private protected override IAsyncEnumerable<EntityReference>? FindNamesAsync(
        OrganizationHome organization, IReadOnlyList<EntityReference> names, CancellationToken cancellationToken)
    {
        var filter = new IssueFilter { Keys = [.. names.OfType<IssueReference>()] };
        return filter.Keys is []
            ? null
            : Api.Issues.ListAsync(organization, filter, cancellationToken).SelectMany(_named.NamesOf, cancellationToken);
    }

    /// <summary>Takes the keys of one input object. A project is no limit to an issue object, which has its own.</summary>
    private protected IEnumerable<EntityReference> Collect(IssueReference[]? issues, ProjectReference[]? projects)
    {
        var objects = (issues ?? []).Where(issue => issue.Organization is not null).ToArray();
        var named = (issues ?? []).Where(issue => issue.Organization is null).ToArray();
        _issueObjects.AddRange(objects);
        return [.. objects, .. _named.Add(named), .. _projects.Add(objects.Length > 0 && named.Length == 0 ? null : projects)];
    }

    /// <summary>The lists of events to read in an organization, in the order of the input.</summary>
    private protected async Task<IReadOnlyList<EventSource>> FindSourcesAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        var window = ResolveWindow(whenNone: null);
        List<EventSource> sources =
        [
            .. _issueObjects.Where(issue => issue.IsIn(organization.Slug)).DistinctBy(issue => issue.Value, StringComparer.Ordinal)
                .Select(issue => new EventSource(issue.Value, issue.ProjectSlug, window)),
        ];
        IssueReference[] named = [.. _named.Keys.Where(key => AppliesTo(organization, key))];
        if (_issueObjects.Count + _named.Keys.Count > 0 && named is [])
        {
            return sources;
        }

        var projects = await _projects.ResolveAsync(
            key => AppliesTo(organization, key),
            wanted => Source.ListProjectsAsync(organization, wanted, [], cancellationToken));
        if (projects is [])
        {
            return sources;
        }

        if (named is not [])
        {
            var issues = await FindIssuesAsync(organization, named, projects, cancellationToken);
            return [.. sources, .. issues.Select(issue => new EventSource(issue.Id, issue.ProjectSlug, window))];
        }

        var slugs = projects?.Select(project => project.Slug)
            ?? await Api.Projects.ReadReachableSlugsAsync(organization, cancellationToken);
        return [.. slugs.Select(slug => new EventSource(Issue: null, slug, window))];
    }

    private async Task<IEnumerable<SentryIssue>> FindIssuesAsync(
        OrganizationHome organization,
        IssueReference[] named,
        IReadOnlyList<SentryProject>? projects,
        CancellationToken cancellationToken)
    {
        var filter = new IssueFilter { Keys = named, Projects = projects is null ? null : new ProjectSelection(projects) };
        var issues = await Api.Issues.ListAsync(organization, filter, cancellationToken).ReadAllAsync(cancellationToken);
        return issues.Where(issue => _named.Matches(issue, key => AppliesTo(organization, key)));
    }
}
