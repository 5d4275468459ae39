using SentryAudit.Models;

namespace SentryAudit;

/// <summary>Names an organization by slug or id.</summary>
public sealed class OrganizationReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public OrganizationReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public OrganizationReference(SentryOrganization organization)
        : base(organization.Slug, organization.Slug)
    {
    }

    internal override string Kind => "organization";

    internal bool MatchesSlug(string slug) => MatchesAny(slug);

    internal bool Matches(SentryInventory inventory) => MatchesAny(inventory.OrganizationSlug, inventory.OrganizationId);

    internal bool Matches(SentryOrganization organization) => Matches(organization.Slug, organization.Id);

    internal bool Matches(string slug, string? id) => IsIn(slug) && MatchesAny(slug, id);

    internal bool Matches(OrganizationHome home) => Matches(home.Slug, home.Id);
}
