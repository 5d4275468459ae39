using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.CustomIntegration;

/// <summary>Gets the integrations that organizations have built themselves.</summary>
[Cmdlet(VerbsCommon.Get, "SentryCustomIntegration")]
[OutputType(typeof(SentryCustomIntegration))]
[RequiresScope("org:read")]
[RequiresScope("org:write", For = "TokenCount")]
public sealed class GetSentryCustomIntegrationCommand()
    : SentryListingCmdlet<CustomIntegrationReference, SentryCustomIntegration>(static (key, integration) => key.Matches(integration))
{
    /// <summary>Custom integrations by slug, name, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomIntegrationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CustomIntegrationCompleter))]
    public CustomIntegrationReference[]? CustomIntegration { get; set; }

    private protected override IReadOnlyList<CustomIntegrationReference>? Keys => CustomIntegration;

    private protected override string PluralNoun => "custom integrations";

    private protected override IAsyncEnumerable<SentryCustomIntegration> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<CustomIntegrationReference> keys,
        CancellationToken cancellationToken
    ) => Api.CustomIntegrations.ListAsync(organization, cancellationToken);
}
