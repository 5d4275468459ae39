using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Repository;

/// <summary>Gets the code repositories of organizations, in every status.</summary>
[Cmdlet(VerbsCommon.Get, "SentryRepository")]
[OutputType(typeof(SentryRepository))]
[RequiresScope("org:read", "org:integrations", "org:ci")]
[RequiresScope("org:read", "org:integrations", For = "-Integration")]
public sealed class GetSentryRepositoryCommand()
    : SentryListingCmdlet<RepositoryReference, SentryRepository>(static (key, repository) => key.Matches(repository))
{
    private readonly NamedIntegrations _integrations = new();

    // The ids of the named integrations of the organization at hand; null for all.
    private HashSet<string>? _ofIntegrations;

    /// <summary>Repositories by name, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepositoryId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public RepositoryReference[]? Repository { get; set; }

    /// <summary>Only repositories of one of these integrations, by name, id, provider, wildcard or object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("IntegrationId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IntegrationCompleter))]
    public IntegrationReference[]? Integration { get; set; }

    private protected override IReadOnlyList<RepositoryReference>? Keys => Repository;

    private protected override string PluralNoun => "repositories";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_integrations.Add(Integration));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_integrations.Unmatched);

    private protected override async IAsyncEnumerable<SentryRepository> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<RepositoryReference> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var integrations = await _integrations.ResolveAsync(At(organization), cancellationToken);
        _ofIntegrations = integrations?.Select(integration => integration.Id).ToHashSet(StringComparer.Ordinal);
        if (keys is [] && integrations is [])
        {
            yield break;
        }

        await foreach (var repository in Source.ListRepositoriesAsync(organization, cancellationToken))
        {
            yield return repository;
        }
    }

    private protected override bool Includes(SentryRepository candidate) =>
        _ofIntegrations?.Contains(candidate.IntegrationId ?? "") is not false;
}
