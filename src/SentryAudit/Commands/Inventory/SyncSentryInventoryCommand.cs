using System.Management.Automation;
using SentryAudit.Api.Stats;
using SentryAudit.Cmdlets;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;

namespace SentryAudit.Commands.Inventory;

/// <summary>Reads organizations and stores what they hold, joined with what earlier syncs knew.</summary>
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

    /// <summary>Folder of the inventories; without it SENTRY_INVENTORY, else a folder among the user's application data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The kinds of object to read; without it all. Of the others, what is known stays.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SentryEntityType[]? Include { get; set; }

    /// <summary>Kinds of object not to read. What is known of them stays.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SentryEntityType[]? Exclude { get; set; }

    /// <summary>Only releases created within this time until now: a TimeSpan, or 90d, 2w. Older ones are neither read nor taken for removed.</summary>
    [Parameter]
    [ValidateNotNull]
    public Duration? ReleaseSince { get; set; }

    /// <summary>How many earlier states each organization keeps beside the current one.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int Keep { get; set; } = 30;

    /// <summary>A tag of your own, as the name of a customer or a stage. It stays until another one is given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountName { get; set; }

    /// <summary>Gives an object with the counts of what was written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IEnumerable<EntityReference> UnmatchedKeys => [];

    private protected override IEnumerable<EntityReference> CollectKeys() => [];

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await base.BeginAsync(cancellationToken);
        try
        {
            _root = InventoryFolder.Resolve(SessionState, Path);
            _types = ChooseTypes();
            if (Connected.Stored is not null)
            {
                throw new SentryException(
                    "InventoryOffline",
                    SentryErrorCategory.InvalidArgument,
                    "An inventory can't be made from an inventory.",
                    "Connect to Sentry itself with Connect-Sentry.");
            }
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, Path);
        }
    }

    private protected override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        if (!Pipeline.ShouldProcess($"{organization} at {Connected.BaseUri}, in {_root}", "Sync inventory"))
        {
            return;
        }

        var outcome = await SyncAsync(organization, cancellationToken);
        foreach (var (kind, fault) in outcome.Faults)
        {
            ReportIncomplete(fault, $"{organization} {kind}");
        }

        if (outcome.Written is null)
        {
            Pipeline.Warn($"Nothing of {organization} could be read. Its inventory is what it was.");
            return;
        }

        if (outcome.Faults.Count > 0)
        {
            Pipeline.Warn($"The sync of {organization} is incomplete: {string.Join(", ", outcome.Faults.Select(fault => fault.Kind))}. What is absent there is not taken for removed.");
        }

        var inventory = InventoryListing.Describe(outcome.Written, isCurrent: true);
        Pipeline.Verbose($"{outcome.Written.Header.Sections.Sum(section => section.Count)} objects of {organization} are stored in {inventory.Path}, {inventory.Removed} that are gone are remembered.");
        if (IsOn(PassThru))
        {
            Pipeline.Write(inventory);
        }
    }

    private async Task<SyncOutcome> SyncAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var activity = $"Syncing the inventory of {organization}";
        var damaged = new List<SentryException>();
        var ended = false;

        // Comes from many threads; Progress brings it to this one.
        var shown = new Progress<string>(text =>
        {
            if (!ended)
            {
                Pipeline.Progress(new PipelineProgress(activity, text));
            }
        });
        try
        {
            var progress = new SyncProgress(Clock, ((IProgress<string>)shown).Report);
            return await Task.Run(
                () =>
                    new OrganizationSync(Live, Options(), Connected.Clock, progress).RunAsync(
                        organization,
                        damaged.Add,
                        cancellationToken),
                cancellationToken);
        }
        finally
        {
            ended = true;
            Pipeline.Progress(new PipelineProgress(activity, "Done", Completed: true));
            damaged.ForEach(fault => ReportIncomplete(fault, organization.Slug));
        }
    }

    private SyncOptions Options() => new()
    {
        Root = _root,
        Host = Connected.BaseUri,
        Types = _types,
        ReleasesSince = ReleaseSince is { } window ? Connected.Clock.GetUtcNow() - window.Value : null,
        Keep = Keep,
        AccountName = AccountName,
        Scopes = Connected.Scopes,
    };

    private HashSet<SentryEntityType> ChooseTypes()
    {
        HashSet<SentryEntityType> types = [.. (Include ?? [.. InventoryKinds.All.Select(kind => kind.Type)]).Except(Exclude ?? [])];
        return types.Count > 0 && !types.Contains(SentryEntityType.Unknown)
            ? types
            : throw new SentryException(
                "InventoryTypesInvalid",
                SentryErrorCategory.InvalidArgument,
                "-Include and -Exclude leave no known kind of object to read.",
                $"Known kinds are {string.Join(", ", InventoryKinds.All)}.");
    }
}
