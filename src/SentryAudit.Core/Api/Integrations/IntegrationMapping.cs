using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Integrations;

internal static class IntegrationMapping
{
    public static SentryIntegration ToModel(this WireIntegration wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Name = wire.Name,
        Provider = wire.Provider?.Key,
        ProviderName = wire.Provider?.Name,
        DomainName = wire.DomainName,
        Status = wire.Status,
        OrganizationStatus = wire.OrganizationIntegrationStatus,
        OutOfDate = wire.OutOfDate,
        GracePeriodEnd = wire.GracePeriodEnd,
        AccountType = wire.AccountType,
        Scopes = Sorted(wire.Scopes),
        ExternalId = wire.ExternalId,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };

    public static SentryCustomIntegration ToModel(
        this WireCustomIntegration wire,
        string organization,
        int? tokens,
        DateTimeOffset readAt) =>
        new()
        {
            Id = wire.Uuid ?? "",
            Slug = wire.Slug ?? "",
            Name = wire.Name,
            Status = wire.Status,
            Scopes = Sorted(wire.Scopes),
            Events = Sorted(wire.Events),
            IsDisabled = wire.IsDisabled,
            Owner = wire.Owner?.Slug,
            TokenCount = tokens,
            DateCreated = wire.DateCreated,
            DatePublished = wire.DatePublished,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };

    private static StringList? Sorted(string[]? items) => items is null ? null : new StringList(items.Order(StringComparer.Ordinal));
}
