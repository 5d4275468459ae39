using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Monitor;

/// <summary>Gets the monitors of organizations, with the alert rules connected to them.</summary>
[Cmdlet(VerbsCommon.Get, "SentryMonitor")]
[OutputType(typeof(SentryMonitor))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read", For = "project slugs")]
public sealed class GetSentryMonitorCommand()
    : SentryListingCmdlet<MonitorReference, SentryMonitor>(static (key, monitor) => key.Matches(monitor))
{
    private readonly NamedProjects _projects = new();

    /// <summary>Monitors by name, id, slug, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MonitorId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MonitorCompleter))]
    public MonitorReference[]? Monitor { get; set; }

    /// <summary>Only monitors of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>What the monitors watch: Error, Metric, Uptime, Cron, several of these, or All (default).</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateRange(SentryMonitorKind.Error, SentryMonitorKind.All)]
    public SentryMonitorKind Kind { get; set; } = SentryMonitorKind.All;

    private protected override IReadOnlyList<MonitorReference>? Keys => Monitor;

    private protected override string PluralNoun => "monitors";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_projects.Add(Project));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override IAsyncEnumerable<SentryMonitor> ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<MonitorReference> keys, CancellationToken cancellationToken) =>
        Source.ListMonitorsAsync(organization, SentryMonitorKind.All, projects: null, cancellationToken);

    private protected override IAsyncEnumerable<SentryMonitor> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<MonitorReference> keys,
        CancellationToken cancellationToken) =>
        _projects.ListWithinAsync(
            At(organization),
            projects => Source.ListMonitorsAsync(organization, Kind, projects, cancellationToken),
            cancellationToken);
}
