using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;

namespace SentryAudit.Api.Integrations;

internal static class RepositoryMapping
{
    public static SentryRepository ToModel(this WireRepository wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Name = wire.Name ?? "",
        Status = wire.Status,
        Provider = wire.Provider?.Name,
        ProviderId = wire.Provider?.Id,
        Url = SecretMask.Login(wire.Url),
        IntegrationId = wire.IntegrationId,
        ExternalSlug = wire.ExternalSlug,
        ExternalId = wire.ExternalId,
        DateCreated = wire.DateCreated,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
