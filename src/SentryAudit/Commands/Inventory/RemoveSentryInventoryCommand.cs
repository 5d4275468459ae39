using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Input;
using SentryAudit.Inventory;
using SentryAudit.References;

namespace SentryAudit.Commands.Inventory;

/// <summary>Removes stored states. The current one of an organization is removed only with -WholeHistory, and all others with it.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryInventory",
    DefaultParameterSetName = "Inventory",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveSentryInventoryCommand : SentryCmdlet
{
    private readonly KeySelection<OrganizationReference, SentryInventory> _organizations = new(
        static (key, inventory) => key.Matches(inventory));
    private readonly List<SentryInventory> _given = [];
    private CmdletInput _input = null!;
    private bool _hasInput;

    /// <summary>Stored states from Get-SentryInventory.</summary>
    [Parameter(ParameterSetName = "Inventory", Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public SentryInventory[]? Inventory { get; set; }

    /// <summary>Removes earlier states whose sync began before this time. A time without an offset is local.</summary>
    [Parameter(ParameterSetName = "Before", Mandatory = true)]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Keeps this many of the newest earlier states of each organization, and removes the others.</summary>
    [Parameter(ParameterSetName = "Keep", Mandatory = true)]
    [ValidateRange(0, 100_000)]
    public int? Keep { get; set; }

    /// <summary>Organizations by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(ParameterSetName = "Before", ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "Keep", ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InventoryOrganizationCompleter))]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>The object of the pipeline as it came. <see cref="Joins"/> says what it means here.</summary>
    [Parameter(ParameterSetName = ParameterSets.Piped, Mandatory = true, ValueFromPipeline = true, DontShow = true)]
    [Parameter(ParameterSetName = "Before", ValueFromPipeline = true, DontShow = true)]
    [Parameter(ParameterSetName = "Keep", ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Folder of the inventories; without it, SENTRY_INVENTORY, else a folder in the user's application data.</summary>
    [Parameter(ParameterSetName = "Before")]
    [Parameter(ParameterSetName = "Keep")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Removes the current state too if it is chosen, and with it every earlier state of the organization.</summary>
    [Parameter(ParameterSetName = "Inventory")]
    [Parameter(ParameterSetName = ParameterSets.Piped)]
    [Parameter(ParameterSetName = "Before")]
    public SwitchParameter WholeHistory { get; set; }

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
        // An empty pipeline asks for nothing. Without this check "no organization" would mean every one.
        if (_hasInput)
        {
            RemoveAll(cancellationToken);
        }

        return Task.CompletedTask;
    }

    private void Take()
    {
        if (Inventory is [var state, ..] && (Before is not null || Keep is not null))
        {
            throw InputFaults.Contradiction($"the state '{state}'", "Remove-SentryInventory", Keep is null ? nameof(Before) : nameof(Keep));
        }

        _hasInput = true;
        _given.AddRange(Inventory ?? []);
        _organizations.Add(Inventory is null ? Organization : null);
    }

    private bool IsNamed(string slug) => Organization?.Any(organization => organization.IsId || organization.MatchesSlug(slug)) is true;

    private void RemoveAll(CancellationToken cancellationToken)
    {
        var removal = new StateRemoval(Pipeline, WholeHistory.IsPresent, Clock, Report);
        removal.Remove(Choose(), cancellationToken);
        foreach (var key in _organizations.Unmatched)
        {
            Report(InventoryFaults.NoneOf(key.Value), key.Value);
        }
    }

    private IEnumerable<SentryInventory> Choose()
    {
        if (Before is null && Keep is null)
        {
            return _given;
        }

        try
        {
            var stored = InventoryListing.List(InventoryFolder.Find(SessionState, Path)).Where(_organizations.Matches).ToArray();
            return Before is { } before
                ? stored.Where(inventory => inventory.StartedAt < before && (inventory.IsCurrent is not true || WholeHistory.IsPresent))
                : stored
                    .Where(inventory => inventory is { IsCurrent: false, StartedAt: not null })
                    .GroupBy(inventory => StoreRemoval.FindStore(inventory.Path)?.Folder, StringComparer.Ordinal)
                    .SelectMany(store => store.Skip(Keep!.Value));
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, Path);
            throw;
        }
    }
}
