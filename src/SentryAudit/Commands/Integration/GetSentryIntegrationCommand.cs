using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Integration;

/// <summary>Gets the integrations that organizations have installed.</summary>
[Cmdlet(VerbsCommon.Get, "SentryIntegration")]
[OutputType(typeof(SentryIntegration))]
[RequiresScope("org:read", "org:integrations")]
public sealed class GetSentryIntegrationCommand()
    : SentryListingCmdlet<IntegrationReference, SentryIntegration>(static (key, integration) => key.Matches(integration))
{
    /// <summary>Integrations by name, id, provider, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IntegrationId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IntegrationCompleter))]
    public IntegrationReference[]? Integration { get; set; }

    private protected override IReadOnlyList<IntegrationReference>? Keys => Integration;

    private protected override string PluralNoun => "integrations";

    private protected override IAsyncEnumerable<SentryIntegration> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<IntegrationReference> keys,
        CancellationToken cancellationToken
    ) => Source.ListIntegrationsAsync(organization, cancellationToken);
}
