using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Text;
using SentryAudit.Completers;
using SentryAudit.Connecting;
using SentryAudit.Inventory;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;

namespace SentryAudit.Commands.Inventory;

/// <summary>Finds what changed in organizations between two stored syncs, or between one and Sentry as it is now.</summary>
[Cmdlet(VerbsData.Compare, "SentryInventory")]
[OutputType(typeof(SentryInventoryChange))]
[RequiresScope("org:read", For = "-Difference Live")]
[RequiresScope("member:read", For = "-Difference Live")]
[RequiresScope("team:read", For = "-Difference Live")]
[RequiresScope("project:read", For = "-Difference Live")]
[RequiresScope("alerts:read", For = "-Difference Live")]
public sealed class CompareSentryInventoryCommand : SentryConnectedCmdlet
{
    private readonly List<(InventoryReference? Reference, OrganizationReference[]? Organizations)> _inputs = [];

    /// <summary>The earlier state: a sync of Get-SentryInventory, a file or store, a date, or a time back as 7d; without it the sync before the difference.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public InventoryReference? Reference { get; set; }

    /// <summary>The later state, likewise, or Live for Sentry as it is now; without it the newest sync.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public InventoryReference? Difference { get; set; }

    /// <summary>Only these organizations, by slug, id, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>Folder of the inventories; without it that of an offline connection, SENTRY_INVENTORY, else a folder among the user's application data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only these kinds of object; without it all.</summary>
    [Parameter]
    [ValidateRange(SentryEntityType.Organization, SentryEntityType.Integration)]
    public SentryEntityType[]? EntityType { get; set; }

    /// <summary>Leaves out changes of these properties; wildcards are understood.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? IgnoreProperty { get; set; }

    /// <summary>Only changes that matter at least as much: Low (all), Medium or High.</summary>
    [Parameter]
    [ValidateSet(nameof(SentryChangeSignificance.Low), nameof(SentryChangeSignificance.Medium), nameof(SentryChangeSignificance.High))]
    public SentryChangeSignificance MinimumSignificance { get; set; } = SentryChangeSignificance.Low;

    // Only Sentry as it is now needs one.
    private protected override bool NeedsConnection => Difference is { IsLive: true };

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _inputs.Add((Reference, Organization));
        return Task.CompletedTask;
    }

    private protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var (reference, organizations) in _inputs)
        {
            try
            {
                foreach (
                    var pair in InventoryPair.Find(
                        Root(),
                        organizations,
                        reference?.Locate(Locate),
                        Difference?.Locate(Locate),
                        Clock.GetUtcNow(),
                        fault => Report(fault, reference?.ToString() ?? Path)))
                {
                    await TryCompareAsync(pair, cancellationToken);
                }
            }
            catch (SentryException error)
            {
                Report(error, reference?.ToString() ?? Path);
            }
        }
    }

    // Who works offline means the inventory they work on.
    private string Root() =>
        (Path is null ? (Connection ?? SessionConnection.Current)?.Inventory : null) is not { } inventory ? Locate(Path)
        : Directory.Exists(inventory) ? inventory
        : InventoryStore.Of(inventory).Folder;

    private string Locate(string? path) => InventoryFolder.Resolve(SessionState, path);

    // What is wrong with one organization keeps no other from being compared.
    private async Task TryCompareAsync(InventoryPair pair, CancellationToken cancellationToken)
    {
        try
        {
            await CompareAsync(pair, cancellationToken);
        }
        catch (SentryException error)
        {
            Report(error, pair.Reference.Header.OrganizationSlug);
        }
    }

    private async Task CompareAsync(InventoryPair pair, CancellationToken cancellationToken)
    {
        var organization = pair.Reference.Header.OrganizationSlug;
        InventoryKind[] kinds =
        [
            .. InventoryKinds.All.Where(kind =>
                EntityType?.Contains(kind.Type) ?? (pair.Reference.Find(kind) ?? pair.Difference?.Find(kind)) is not null),
        ];
        var later = pair.Difference ?? (IInventoryState)await ReadLiveAsync(pair.Reference, kinds, cancellationToken);
        Pipeline.Verbose($"Comparing {organization} of {pair.Reference.Header.StartedAt.UtcDateTime:u} with {(pair.Difference is { } stored ? $"that of {stored.Header.StartedAt.UtcDateTime:u}" : "Sentry as it is now")}.");
        var comparison = new InventoryComparison(organization, pair.Reference, later);
        var changes = new List<SentryInventoryChange>();
        foreach (var kind in kinds)
        {
            foreach (var change in comparison.Compare(kind, doubt => Report(doubt, kind.ToString())).Where(IsWanted))
            {
                cancellationToken.ThrowIfCancellationRequested();
                changes.Add(change);
            }
        }

        // What matters most comes first; otherwise the order is that of the kinds.
        foreach (var change in changes.OrderByDescending(change => change.Significance))
        {
            Pipeline.Write(change);
        }
    }

    private bool IsWanted(SentryInventoryChange change) =>
        change.Significance >= MinimumSignificance
        && (
            change.Property is null || IgnoreProperty?.Any(pattern => new WildcardExpression(pattern).IsMatch(change.Property)) is not true
        );

    private async Task<LiveState> ReadLiveAsync(InventorySnapshot reference, InventoryKind[] kinds, CancellationToken cancellationToken)
    {
        var header = reference.Header;
        if (header.Host != Connected.BaseUri)
        {
            throw new SentryException(
                "InventoryOtherHost",
                SentryErrorCategory.InvalidArgument,
                $"The inventory is of {header.Host}, the connection to {Connected.BaseUri}.",
                "Connect to the Sentry the inventory was made of, or name an organization with -Organization.");
        }

        var progress = new ListingProgress(Pipeline, Clock, $"Reading {header.OrganizationSlug}");
        var counted = new Progress<int>(progress.Count);
        try
        {
            var key = new OrganizationReference(header.OrganizationId ?? header.OrganizationSlug);
            var organization = (await Api.Organizations.ResolveAsync(key, cancellationToken).ReadAllAsync(cancellationToken))[0];
            return await LiveState.ReadAsync(
                new OrganizationListings(Live, organization),
                kinds,
                Connected.Clock.GetUtcNow(),
                reference.Find(InventoryKinds.Release)?.Since,
                () => ((IProgress<int>)counted).Report(1),
                cancellationToken);
        }
        finally
        {
            progress.Complete();
        }
    }
}
