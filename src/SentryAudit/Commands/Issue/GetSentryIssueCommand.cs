using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Events;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Issue;

/// <summary>Gets the issues of organizations, whatever their status.</summary>
[Cmdlet(VerbsCommon.Get, "SentryIssue")]
[OutputType(typeof(SentryIssue))]
[RequiresScope("event:read")]
[RequiresScope("org:read", For = "-Project")]
[RequiresScope("project:read", "project:releases", "org:ci", For = "-Release")]
[RequiresScope("org:read", For = "-Environment")]
public sealed class GetSentryIssueCommand() : SentryReportCmdlet<IssueReference, SentryIssue>(static (key, issue) => key.Matches(issue))
{
    private readonly NamedProjects _projects = new();
    private readonly NamedReleases _releases = new();

    /// <summary>Issues by short id, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IssueId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IssueCompleter))]
    public IssueReference[]? Issue { get; set; }

    /// <summary>Only issues of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only issues seen in one of these releases, by version, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ReleaseVersion")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseReference[]? Release { get; set; }

    /// <summary>A search in Sentry's own syntax, for example <c>level:fatal assigned:me</c>.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    [ValidateNotNullOrEmpty]
    public string? Query { get; set; }

    /// <summary>Sentry's order: date (the last event first, the default), new, trends, freq, user, inbox or recommended.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateSet("date", "new", "trends", "freq", "user", "inbox", "recommended")]
    public string? Sort { get; set; }

    /// <summary>Only issues with one of these statuses; without it, all.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateNotNullOrEmpty]
    [ValidateSet("Unresolved", "Resolved", "Ignored")]
    public string[]? Status { get; set; }

    /// <summary>Only issues seen in one of these environments.</summary>
    [Parameter]
    [Filter(FilterValues.Environment)]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Environment { get; set; }

    private protected override IReadOnlyList<IssueReference>? Keys => Issue;

    private protected override string PluralNoun => "issues";

    private protected override bool Includes(SentryIssue candidate) =>
        Unknown.Meets(("status", new IssueFilter { Statuses = Status ?? [] }.HasStatus(candidate)));

    private protected override IEnumerable<EntityReference> CollectKeys() =>
        [.. base.CollectKeys(), .. _projects.Add(Project), .. _releases.AddVersions(Release)];

    private protected override IEnumerable<EntityReference> UnmatchedKeys =>
        [.. base.UnmatchedKeys, .. _projects.Unmatched, .. _releases.Unmatched];

    private protected override IAsyncEnumerable<SentryIssue> ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<IssueReference> keys, CancellationToken cancellationToken) =>
        Api.Issues.ListAsync(organization, new IssueFilter { Keys = keys }, cancellationToken);

    private protected override async IAsyncEnumerable<SentryIssue> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<IssueReference> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new IssueFilter
        {
            Keys = keys,
            Releases = await _releases.ResolveVersionsAsync(At(organization), cancellationToken),
            Environments = KnownHere(nameof(Environment), Environment),
            Query = Query,
            Statuses = Status ?? [],
            Sort = Sort,
            Window = ResolveWindow(whenNone: null),
        };
        if (filter.Releases is [])
        {
            // So that projects that there are not are told all the same.
            await _projects.ResolveAsync(At(organization), cancellationToken);
            yield break;
        }

        var issues = _projects.ListWithinAsync(
            At(organization),
            projects => Api.Issues.ListAsync(organization, filter with { Projects = projects }, cancellationToken),
            cancellationToken);
        await foreach (var issue in issues)
        {
            yield return issue;
        }
    }
}
