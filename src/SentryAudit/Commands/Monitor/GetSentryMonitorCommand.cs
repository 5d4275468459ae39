using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Sources;

namespace SentryAudit.Commands.Monitor;

/// <summary>Gets what Sentry watches in organizations, with the alert rules attached.</summary>
[Cmdlet(VerbsCommon.Get, "SentryMonitor")]
[OutputType(typeof(SentryMonitor))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read", For = "project slugs")]
public sealed class GetSentryMonitorCommand()
    : SentryListingCmdlet<MonitorReference, SentryMonitor>(static (key, monitor) => key.Matches(monitor))
{
    private readonly NamedProjects _projects = new();

    /// <summary>Monitors by name, id, slug, wildcard or object; without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MonitorId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MonitorCompleter))]
    [ValidateNotNullOrEmpty]
    public MonitorReference[]? Monitor { get; set; }

    /// <summary>Only monitors of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    /// <summary>What the monitors watch: Error, Metric, Uptime, Cron, several of these, or All (default).</summary>
    [Parameter]
    [ValidateRange(SentryMonitorKind.Error, SentryMonitorKind.All)]
    public SentryMonitorKind Kind { get; set; } = SentryMonitorKind.All;

    private protected override IReadOnlyList<MonitorReference>? Keys => Monitor;

    private protected override string What => "monitors";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_projects.Add(Project));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override async IAsyncEnumerable<SentryMonitor> ListAsync(
        OrganizationHome organization, IReadOnlyList<MonitorReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await _projects.ResolveAsync(Source, organization, cancellationToken);
        if (projects is [])
        {
            yield break;
        }

        await foreach (
            var monitor in Source.ListMonitorsAsync(
                organization,
                Kind,
                projects is null ? null : new ProjectSelection(projects),
                cancellationToken))
        {
            yield return monitor;
        }
    }
}
