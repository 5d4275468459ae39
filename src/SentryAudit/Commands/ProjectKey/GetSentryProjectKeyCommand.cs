using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.ProjectKey;

/// <summary>Gets the client keys (DSNs) of projects.</summary>
[Cmdlet(VerbsCommon.Get, "SentryProjectKey")]
[OutputType(typeof(SentryProjectKey))]
[RequiresScope("org:read")]
public sealed class GetSentryProjectKeyCommand()
    : SentryListingCmdlet<ProjectKeyReference, SentryProjectKey>(static (key, projectKey) => key.Matches(projectKey))
{
    private readonly NamedProjects _projects = new();

    /// <summary>Keys by label, fingerprint, DSN, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKeyId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectKeyCompleter))]
    public ProjectKeyReference[]? ProjectKey { get; set; }

    /// <summary>Only keys of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Adds the DSN of each key as a SecureString.</summary>
    [Parameter]
    public SwitchParameter ShowSecret { get; set; }

    private protected override IReadOnlyList<ProjectKeyReference>? Keys => ProjectKey;

    private protected override string PluralNoun => "project keys";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_projects.Add(Project));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected override IAsyncEnumerable<SentryProjectKey> ListUnfiltered(
        OrganizationHome organization, IReadOnlyList<ProjectKeyReference> keys, CancellationToken cancellationToken) =>
        Source.ListProjectKeysAsync(organization, projects: null, showSecret: false, cancellationToken);

    private protected override async IAsyncEnumerable<SentryProjectKey> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectKeyReference> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await _projects.ResolveAsync(At(organization), cancellationToken);
        if (projects is [])
        {
            yield break;
        }

        await foreach (var key in Source.ListProjectKeysAsync(organization, projects, ShowSecret.IsPresent, cancellationToken))
        {
            yield return key;
        }
    }
}
