using System.Management.Automation;
using SentryAudit.Connecting;
using SentryAudit.Inventory;

namespace SentryAudit.Commands.Inventory;

/// <summary>Gets the stored inventories: one object for each sync of each organization, the newest first. Needs no connection.</summary>
[Cmdlet(VerbsCommon.Get, "SentryInventory")]
[OutputType(typeof(SentryInventory))]
public sealed class GetSentryInventoryCommand : SentryCmdlet
{
    /// <summary>Folder of the inventories, of one of them, or a file; without it SENTRY_INVENTORY, else a folder among the user's application data.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only inventories of these organizations, by slug, id or wildcard.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>Only the newest sync of each organization.</summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var inventory in StoredInventories.Find(InventoryRoot.Resolve(SessionState, Path), Organization, fault => Report(fault, Path)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!IsOn(Current) || inventory.IsCurrent is true)
                {
                    Pipeline.Write(inventory);
                }
            }
        }
        catch (SentryException error)
        {
            Report(error, Path);
        }

        return Task.CompletedTask;
    }
}
