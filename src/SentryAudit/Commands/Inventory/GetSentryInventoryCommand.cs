using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Input;
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
    private CmdletInput _input = null!;
    private bool _hasInput;

    /// <summary>Organizations by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InventoryOrganizationCompleter))]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>The object of the pipeline as it came. <see cref="Joins"/> says what it means here.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Folder of the inventories; without it, SENTRY_INVENTORY, else a folder in the user's application data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _input = CmdletInput.Of(this, CmdletNames.Of(GetType()));
        _input.RefuseEmptyKeys(Pipeline);
        return base.BeginAsync(cancellationToken);
    }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _input.ForEach(InputObject, MyInvocation?.ExpectingInput is true, IsNamed, Take, Report);
        return Task.CompletedTask;
    }

    private protected override Task EndAsync(CancellationToken cancellationToken)
    {
        // An empty pipeline asks for nothing. Without this check "no keys" would mean everything.
        if (_hasInput)
        {
            WriteAll(cancellationToken);
        }

        return Task.CompletedTask;
    }

    private void Take()
    {
        _hasInput = true;
        _organizations.Add(Organization);
    }

    private bool IsNamed(string slug) => Organization?.Any(organization => organization.IsId || organization.MatchesSlug(slug)) is true;

    private void WriteAll(CancellationToken cancellationToken)
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
    }
}
