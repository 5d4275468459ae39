using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Commands.Release;

/// <summary>Gets the releases of organizations, the newest first.</summary>
[Cmdlet(VerbsCommon.Get, "SentryRelease")]
[OutputType(typeof(SentryRelease))]
[RequiresScope("project:read", "project:releases", "org:ci")]
[RequiresScope("org:read", For = "-Project")]
[RequiresScope("org:read", For = "-Environment")]
public sealed class GetSentryReleaseCommand()
    : SentryListingCmdlet<ReleaseReference, SentryRelease>(static (key, release) => key.Matches(release))
{
    private readonly NamedProjects _projects = new();

    /// <summary>Releases by version, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Version")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseReference[]? Release { get; set; }

    /// <summary>Only releases of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only releases seen in one of these environments.</summary>
    [Parameter]
    [Filter(FilterValues.Environment)]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Environment { get; set; }

    /// <summary>Only releases created at or after this time. A time without an offset is local.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only releases created before this time. A time without an offset is local.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    public DateTimeOffset? Until { get; set; }

    /// <summary>A search in Sentry's own syntax, for example <c>release.stage:adopted</c>, or a part of the version.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    [ValidateNotNullOrEmpty]
    public string? Query { get; set; }

    /// <summary>Also gets archived releases, after the open ones.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    private protected override IReadOnlyList<ReleaseReference>? Keys => Release;

    private protected override string PluralNoun => "releases";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_projects.Add(Project));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override IAsyncEnumerable<SentryRelease> ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<ReleaseReference> keys, CancellationToken cancellationToken) =>
        Source.ListReleasesAsync(organization, new ReleaseFilter { Keys = keys, IncludeArchived = true }, cancellationToken);

    private protected override IAsyncEnumerable<SentryRelease> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<ReleaseReference> keys,
        CancellationToken cancellationToken)
    {
        var filter = new ReleaseFilter
        {
            Keys = keys,
            Environments = KnownHere(nameof(Environment), Environment),
            Query = Query,
            Since = Since,
            Until = Until,
            IncludeArchived = IncludeArchived.IsPresent,
        };
        return _projects.ListWithinAsync(
            At(organization),
            projects => Source.ListReleasesAsync(organization, filter with { Projects = projects }, cancellationToken),
            cancellationToken);
    }
}
