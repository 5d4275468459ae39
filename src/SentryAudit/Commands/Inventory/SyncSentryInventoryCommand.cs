using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Inventory;
using SentryAudit.Pipeline;

namespace SentryAudit.Commands.Inventory;

/// <summary>Reads organizations into their stored inventories: what is there now, and the history of what was.</summary>
[Cmdlet(VerbsData.Sync, "SentryInventory")]
[OutputType(typeof(SentryInventory))]
[RequiresScope("org:read")]
[RequiresScope("member:read")]
[RequiresScope("team:read")]
[RequiresScope("project:read")]
[RequiresScope("alerts:read")]
public sealed class SyncSentryInventoryCommand : SentryOrganizationCmdlet
{
    private static readonly SentryEntityType[] All = [.. InventoryKinds.All.Select(kind => kind.Type)];

    /// <summary>Folder of the inventories; without it SENTRY_INVENTORY, else a folder among the user's application data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only these kinds of object; what is stored of the others stays as it is.</summary>
    [Parameter]
    [ValidateRange(SentryEntityType.Organization, SentryEntityType.Integration)]
    public SentryEntityType[]? Include { get; set; }

    /// <summary>All kinds of object but these.</summary>
    [Parameter]
    [ValidateRange(SentryEntityType.Organization, SentryEntityType.Integration)]
    public SentryEntityType[]? Exclude { get; set; }

    /// <summary>Only releases created within this time: a TimeSpan, or 24h, 14d, 2w. Older ones stay as they are stored.</summary>
    [Parameter]
    [ValidateNotNull]
    public Duration? ReleaseSince { get; set; }

    /// <summary>How many syncs of each organization stay, the newest included.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int Keep { get; set; } = 30;

    /// <summary>A tag for the account, as JupiterOne knows it; kept with the sync.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountName { get; set; }

    /// <summary>Returns the sync.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys() => [];

    private protected override IEnumerable<EntityReference> UnmatchedKeys => [];

    private protected override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var startedAt = Connected.Clock.GetUtcNow();
        var progress = new ListingProgress(Pipeline, Clock, $"Syncing {organization}");
        try
        {
            // Made here, it brings what is reported from other threads to this one.
            var counted = new Progress<int>(progress.Count);
            var since = ReleaseSince is { } window ? startedAt - window.Value : (DateTimeOffset?)null;
            var store = InventoryPlace.For(InventoryRoot.Resolve(SessionState, Path), Connected.BaseUri, organization.Id ?? organization.Slug);
            using var sync = new InventorySync(store, fault => Report(fault, store.Folder));
            var snapshot = await sync.RunAsync(new InventoryReader(Client, organization, startedAt, since, counted), Kinds(), Header(organization, startedAt), Connected.Clock, cancellationToken);
            store.Prune(Keep);
            Tell(organization, sync, snapshot.Describe(store));
        }
        finally
        {
            progress.Complete();
        }
    }

    private HashSet<SentryEntityType> Kinds() => [.. (Include ?? All).Except(Exclude ?? [])];

    private InventoryHeader Header(OrganizationHome organization, DateTimeOffset startedAt) => new()
    {
        Format = InventoryHeader.FormatName,
        SchemaVersion = InventoryHeader.CurrentSchemaVersion,
        ModuleVersion = typeof(SyncSentryInventoryCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0",
        Host = Connected.BaseUri,
        OrganizationId = organization.Id,
        OrganizationSlug = organization.Slug,
        AccountName = AccountName,
        StartedAt = startedAt,
        EndedAt = startedAt,
        Scopes = Connected.Scopes,
        Sections = [],
    };

    private void Tell(OrganizationHome organization, InventorySync sync, SentryInventory stored)
    {
        foreach (var (kind, fault) in sync.Faults)
        {
            ReportIncomplete(fault, string.Create(CultureInfo.InvariantCulture, $"{kind} of {organization}"));
        }

        if (stored.Incomplete.Count > 0)
        {
            Pipeline.Warn($"The sync of {organization} is not complete ({stored.Incomplete}): what was read is stored, and nothing of these kinds was taken for removed.");
        }

        if (IsOn(PassThru))
        {
            Pipeline.Write(stored);
        }
    }
}
