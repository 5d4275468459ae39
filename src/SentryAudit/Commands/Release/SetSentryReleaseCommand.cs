using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Commands.Release;

/// <summary>Finalizes, archives or restores releases, or changes their ref and address.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryRelease",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryRelease))]
[RequiresScope("project:read", "project:releases", "org:ci")]
[RequiresScope("project:releases", "project:write", "org:ci")]
public sealed class SetSentryReleaseCommand()
    : SentryChangeCmdlet<ReleaseReference, SentryRelease>(static (key, release) => key.Matches(release))
{
    private ReleaseChange _change = new();

    /// <summary>Releases by version, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("Version", "ReleaseVersion")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseReference[]? Release { get; set; }

    /// <summary>Marks them as released now. Releases that have a release date keep it.</summary>
    [Parameter]
    public SwitchParameter Finalize { get; set; }

    /// <summary>Marks them as released at this time. A time without an offset is local.</summary>
    [Parameter]
    public DateTimeOffset? DateReleased { get; set; }

    /// <summary>Removes them from Sentry's lists. Their data stays.</summary>
    [Parameter]
    public SwitchParameter Archive { get; set; }

    /// <summary>Restores archived releases. It can't be given with -Archive.</summary>
    [Parameter]
    public SwitchParameter Restore { get; set; }

    /// <summary>Commit or tag that they were built from.</summary>
    [Parameter]
    [ValidateLength(1, 250)]
    public string? Ref { get; set; }

    /// <summary>Address that Sentry shows with them.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Url { get; set; }

    /// <summary>Returns the changed releases.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<ReleaseReference>? Keys => Release;

    private protected override string PluralNoun => "releases";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _change = new ReleaseChange
        {
            DateReleased = DateReleased ?? (Finalize.IsPresent ? CurrentConnection.Clock.GetUtcNow() : null),
            Status =
                Archive.IsPresent ? "archived"
                : Restore.IsPresent ? "open"
                : null,
            Ref = Ref,
            Url = Url?.OriginalString,
        };
        if (Archive.IsPresent && Restore.IsPresent)
        {
            Pipeline.Terminate(
                new SentryException(
                    "ContradictingSentryChange",
                    SentryErrorCategory.InvalidArgument,
                    "-Archive and -Restore contradict each other.",
                    "Leave out one of them."),
                target: null);
        }

        RequireChange(!_change.IsEmpty, "-Finalize, -DateReleased, -Archive, -Restore, -Ref or -Url");
        return base.CollectKeys();
    }

    private protected override IAsyncEnumerable<SentryRelease> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<ReleaseReference> keys,
        CancellationToken cancellationToken
    ) => Api.Releases.ListAsync(organization, new ReleaseFilter { Keys = keys, IncludeArchived = true }, cancellationToken);

    private protected override string Effect(string number) => $"changes {number} releases";

    private protected override string? Describe(SentryRelease candidate) => PropertyChange.Describe(For(candidate).Differences(candidate));

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryRelease candidate,
        CancellationToken cancellationToken
    ) => await Api.Releases.SetAsync(organization, candidate, For(candidate), cancellationToken);

    private ReleaseChange For(SentryRelease release) =>
        DateReleased is null && release.DateReleased is not null ? _change with { DateReleased = null } : _change;
}
