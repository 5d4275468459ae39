using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.References;

namespace SentryAudit.Commands.Deploy;

/// <summary>Gets the deploys of releases; for each release the newest first.</summary>
[Cmdlet(VerbsCommon.Get, "SentryDeploy", DefaultParameterSetName = ParameterSets.Named)]
[OutputType(typeof(SentryDeploy))]
[RequiresScope("project:read", "project:releases", "org:ci")]
public sealed class GetSentryDeployCommand() : SentryListingCmdlet<ReleaseReference, SentryDeploy>(static (_, _) => true)
{
    private readonly KeySelection<ReleaseReference, SentryRelease> _releases = new(static (key, release) => key.Matches(release));

    /// <summary>Releases by version, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("Version", "ReleaseVersion")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseReference[]? Release { get; set; }

    /// <summary>The object of the pipeline as it came. Without a key on the command line it has to be there.</summary>
    [Parameter(ParameterSetName = ParameterSets.Piped, Mandatory = true, ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public override PSObject? InputObject { get; set; }

    // The keys name releases, and a release without deploys counts as found. So deploys are not matched against keys.
    private protected override IReadOnlyList<ReleaseReference>? Keys => null;

    private protected override string PluralNoun => "deploys";

    private protected override IEnumerable<EntityReference> CollectKeys() => _releases.Add(Release);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _releases.Unmatched;

    private protected override async IAsyncEnumerable<SentryDeploy> ListAsync(
        OrganizationHome organization, IReadOnlyList<ReleaseReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReleaseReference[] given = [.. _releases.Keys.Where(key => AppliesTo(organization, key))];
        await foreach (var release in Api.Deploys.ListAsync(organization, given, cancellationToken))
        {
            if (release.Exists)
            {
                _releases.Matches(new SentryRelease { Id = "", Version = release.Version, OrganizationSlug = organization.Slug });
            }

            foreach (var deploy in release.Deploys)
            {
                yield return deploy;
            }

            if (release.Fault is { } fault)
            {
                ReportIncomplete(fault, release.Version);
            }
        }
    }
}
