using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Connecting;
using SentryAudit.Filters;
using SentryAudit.Input;
using SentryAudit.Inventory;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Inventory;

/// <summary>Finds what changed in organizations between two stored syncs, or between a sync and Sentry as it is now.</summary>
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
    private CmdletInput _input = null!;

    /// <summary>
    /// The earlier state: a sync from Get-SentryInventory, a file or folder, a date, or a time ago such as 7d. Without it,
    /// the sync before the later state.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public InventoryReference? Reference { get; set; }

    /// <summary>The later state, given in the same way, or Live for Sentry as it is now. Without it, the newest sync.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public InventoryReference? Difference { get; set; }

    /// <summary>Only these organizations, by slug, id, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>The object of the pipeline as it came. <see cref="Joins"/> says what it means here.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// Folder of the inventories; without it, the one of an offline connection, else SENTRY_INVENTORY, else a folder in the
    /// user's application data.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only these kinds of object; without it, all.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateRange(SentryEntityType.Organization, SentryEntityType.Integration)]
    public SentryEntityType[]? EntityType { get; set; }

    /// <summary>Leaves out changes of these properties. Wildcards may be used.</summary>
    [Parameter]
    [Filter(FilterValues.PropertyName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? IgnoreProperty { get; set; }

    /// <summary>Only changes of at least this significance: Low (all), Medium or High.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateSet(nameof(SentryChangeSignificance.Low), nameof(SentryChangeSignificance.Medium), nameof(SentryChangeSignificance.High))]
    public SentryChangeSignificance MinimumSignificance { get; set; } = SentryChangeSignificance.Low;

    // Stored states are read from files. Only Sentry as it is now needs a connection.
    private protected override bool NeedsConnection => Difference is { IsLive: true };

    private protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _input = CmdletInput.Of(this, CmdletNames.Of(GetType()));
        _input.RefuseEmptyKeys(Pipeline);
        return base.BeginAsync(cancellationToken);
    }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _input.ForEach(
            InputObject,
            MyInvocation?.ExpectingInput is true,
            slug => Organization!.Any(organization => organization.IsId || organization.MatchesSlug(slug)),
            () => _inputs.Add((Reference, Organization)),
            Report);
        return Task.CompletedTask;
    }

    private protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var filters = FilterCheck.Of(this);
        filters.Collect();
        filters.MayFind(FilterValues.PropertyName, ChangeFilter.Properties, Pipeline.Warn);
        filters.Report(Report, Pipeline.Warn);
        foreach (var (reference, organizations) in _inputs)
        {
            try
            {
                var finder = new InventoryPairFinder(
                    reference?.Locate(Locate),
                    Difference?.Locate(Locate),
                    Clock.GetUtcNow(),
                    fault => Report(fault, reference?.ToString() ?? Path));
                var root = InventoryFolder.ResolveFor(SessionState, Path, Connection ?? SessionConnection.Current);
                foreach (var pair in finder.Find(root, organizations))
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

    private LiveReader Reader() =>
        new(Live, CurrentConnection.BaseUri, CurrentConnection.Clock, name => new ListingProgress(Pipeline, Clock, $"Reading {name}"));

    private string Locate(string? path) => InventoryFolder.Resolve(SessionState, path);

    // An organization that fails does not stop the others.
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
        var later = pair.Difference ?? await Reader().ReadAsync(pair.Reference, kinds, cancellationToken);
        var compared = pair.Difference is { } stored ? $"its state of {stored.Header.StartedAt.UtcDateTime:u}" : "Sentry as it is now";
        Pipeline.Verbose($"Comparing the state of {organization} of {pair.Reference.Header.StartedAt.UtcDateTime:u} with {compared}.");
        var comparison = new InventoryComparison(organization, pair.Reference, later);
        var filter = new ChangeFilter(MinimumSignificance, IgnoreProperty);
        var changes = new List<SentryInventoryChange>();
        foreach (var kind in kinds)
        {
            void Report(SentryException fault) => this.Report(fault, kind.ToString());
            foreach (var change in comparison.Compare(kind, Report, Pipeline.Warn).Where(filter.Includes))
            {
                cancellationToken.ThrowIfCancellationRequested();
                changes.Add(change);
            }
        }

        // The most significant changes come first. Otherwise the kinds keep their order.
        foreach (var change in changes.OrderByDescending(change => change.Significance))
        {
            Pipeline.Write(change);
        }
    }
}
