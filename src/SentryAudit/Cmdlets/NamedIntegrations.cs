namespace SentryAudit.Cmdlets;

/// <summary>The integrations that an <c>-Integration</c> parameter limits a listing to.</summary>
internal sealed class NamedIntegrations()
    : NamedObjects<IntegrationReference, SentryIntegration>(static (key, integration) => key.Matches(integration))
{
    private protected override IAsyncEnumerable<SentryIntegration> List(
        KeyScope scope, IReadOnlyList<IntegrationReference> keys, CancellationToken cancellationToken) =>
        scope.Source.ListIntegrationsAsync(scope.Organization, cancellationToken);
}
