using System.Management.Automation;
using SentryAudit.Api.Stats;
using SentryAudit.Cmdlets;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Inventory;

/// <summary>Reads organizations and stores their objects, together with what earlier syncs knew.</summary>
[Cmdlet(VerbsData.Sync, "SentryInventory", SupportsShouldProcess = true)]
[OutputType(typeof(SentryInventory))]
[RequiresScope("org:read")]
[RequiresScope("member:read")]
[RequiresScope("team:read")]
[RequiresScope("project:read")]
[RequiresScope("alerts:read", "org:read")]
public sealed class SyncSentryInventoryCommand : SentryOrganizationCmdlet
{
    private string _root = "";
    private HashSet<SentryEntityType> _types = [];

    /// <summary>Folder of the inventories; without it, SENTRY_INVENTORY, else a folder in the user's application data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The kinds of object to read; without it, all. What is stored of other kinds stays.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SentryEntityType[]? Include { get; set; }

    /// <summary>Kinds of object not to read. What is stored of them stays.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SentryEntityType[]? Exclude { get; set; }

    /// <summary>Only releases created within this time, such as 90d or 2w. Older ones are not read, and not treated as removed.</summary>
    [Parameter]
    [ValidateNotNull]
    public Duration? ReleaseSince { get; set; }

    /// <summary>Number of earlier states to keep of each organization, beside the current one.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int Keep { get; set; } = 30;

    /// <summary>A tag of your own, for example the name of a customer or a stage. It stays until another one is given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountName { get; set; }

    /// <summary>Returns an object with the counts of what was written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await base.BeginAsync(cancellationToken);
        try
        {
            _root = InventoryFolder.Resolve(SessionState, Path);
            _types = SyncTypes.Choose(Include, Exclude);
            if (CurrentConnection.Stored is not null)
            {
                throw new SentryException(
                    "InventoryOffline",
                    SentryErrorCategory.InvalidArgument,
                    "The connection reads a stored inventory, and a sync needs Sentry itself.",
                    "Connect to Sentry with Connect-Sentry.");
            }
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, Path);
        }
    }

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        if (!Pipeline.ShouldProcess($"{organization} at {CurrentConnection.BaseUri}, in {_root}", "Sync inventory"))
        {
            return;
        }

        var outcome = await SyncAsync(organization, cancellationToken);
        var lacking = outcome.Faults.Where(fault => outcome.Written is not null && MissingList.Of(fault.Fault) is not null).ToArray();
        var faults = outcome.Faults.Except(lacking).ToArray();
        foreach (var (kind, fault) in faults)
        {
            ReportIncomplete(fault, $"{organization} {kind}");
        }

        if (outcome.Written is not { } written)
        {
            Pipeline.Warn($"Nothing of {organization} could be read, so its inventory has not changed.");
            return;
        }

        foreach (var warning in SyncWarnings.Of(organization, lacking, faults, outcome.Limited))
        {
            Pipeline.Warn(warning);
        }

        WriteStored(organization, written);
    }

    private void WriteStored(OrganizationHome organization, InventorySnapshot written)
    {
        var inventory = InventoryListing.Describe(written, isCurrent: true);
        var count = written.Header.Sections.Sum(section => section.Count);
        Pipeline.Verbose($"Stored {count} objects of {organization} in {inventory.Path}, and {inventory.Removed} that are gone.");
        if (PassThru.IsPresent)
        {
            Pipeline.Write(inventory);
        }
    }

    private async Task<SyncOutcome> SyncAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var damaged = new List<SentryException>();
        try
        {
            using var display = new SyncDisplay(Pipeline, $"Syncing the inventory of {organization}");
            var progress = new SyncProgress(Clock, display.Show);
            return await Task.Run(
                () =>
                    new OrganizationSync(Live, Options(), CurrentConnection.Clock, progress).RunAsync(
                        organization,
                        damaged.Add,
                        cancellationToken),
                cancellationToken);
        }
        finally
        {
            damaged.ForEach(fault => ReportIncomplete(fault, organization.Slug));
        }
    }

    private SyncOptions Options() => new()
    {
        Root = _root,
        Host = CurrentConnection.BaseUri,
        Types = _types,
        ReleasesSince = ReleaseSince is { } window ? CurrentConnection.Clock.GetUtcNow() - window.Value : null,
        Keep = Keep,
        AccountName = AccountName,
        Scopes = CurrentConnection.Scopes,
    };
}
