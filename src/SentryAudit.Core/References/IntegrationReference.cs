namespace SentryAudit;

/// <summary>Names an integration by name, id or provider.</summary>
public sealed class IntegrationReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public IntegrationReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public IntegrationReference(SentryIntegration integration)
        : base(integration.Id, integration.OrganizationSlug)
    {
    }

    internal override string Kind => "integration";

    // An object names one integration, and not another one whose name happens to be that id.
    internal bool Matches(SentryIntegration integration) =>
        IsIn(integration.OrganizationSlug)
        && (Organization is null ? MatchesAny(integration.Id, integration.Name, integration.Provider) : MatchesAny(integration.Id));
}
