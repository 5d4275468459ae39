using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Inventory;
using SentryAudit.References;

namespace SentryAudit.Commands.Inventory;

/// <summary>Gets the stored inventories with all states that are kept. It needs no connection.</summary>
[Cmdlet(VerbsCommon.Get, "SentryInventory")]
[OutputType(typeof(SentryInventory))]
public sealed class GetSentryInventoryCommand : SentryCmdlet
{
    private readonly KeySelection<OrganizationReference, SentryInventory> _organizations = new(
        static (key, inventory) => key.Matches(inventory));

    /// <summary>Organizations by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InventoryOrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>Folder of the inventories; without it, SENTRY_INVENTORY, else a folder in the user's application data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _organizations.Add(Organization);
        return Task.CompletedTask;
    }

    private protected override Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var inventory in InventoryListing.List(InventoryFolder.Find(SessionState, Path)).Where(_organizations.Matches))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Pipeline.Write(inventory);
            }
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, Path);
        }

        foreach (var key in _organizations.Unmatched)
        {
            Report(InventoryFaults.NoneOf(key.Value), key.Value);
        }

        return Task.CompletedTask;
    }
}
