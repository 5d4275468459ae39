namespace SentryAudit;

/// <summary>Names a custom integration by slug, name or id.</summary>
public sealed class CustomIntegrationReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public CustomIntegrationReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public CustomIntegrationReference(SentryCustomIntegration integration)
        : base(integration.Id, integration.OrganizationSlug)
    {
    }

    internal override string Kind => "custom integration";

    // An object names one integration, and not another one whose name happens to be that id.
    internal bool Matches(SentryCustomIntegration integration) =>
        IsIn(integration.OrganizationSlug)
        && (Organization is null ? MatchesAny(integration.Slug, integration.Name, integration.Id) : MatchesAny(integration.Id));
}
