using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Repository;

/// <summary>Gets the code repositories of organizations, in every status.</summary>
[Cmdlet(VerbsCommon.Get, "SentryRepository")]
[OutputType(typeof(SentryRepository))]
[RequiresScope("org:read", "org:integrations", "org:ci")]
public sealed class GetSentryRepositoryCommand()
    : SentryListingCmdlet<RepositoryReference, SentryRepository>(static (key, repository) => key.Matches(repository))
{
    /// <summary>Repositories by name, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RepositoryId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    [ValidateNotNullOrEmpty]
    public RepositoryReference[]? Repository { get; set; }

    private protected override IReadOnlyList<RepositoryReference>? Keys => Repository;

    private protected override string PluralNoun => "repositories";

    private protected override IAsyncEnumerable<SentryRepository> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<RepositoryReference> keys,
        CancellationToken cancellationToken
    ) => Source.ListRepositoriesAsync(organization, cancellationToken);
}
