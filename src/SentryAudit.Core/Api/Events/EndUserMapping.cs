using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Events;

internal static class EndUserMapping
{
    public static SentryProjectUser ToModel(this WireEndUser wire, string organization, string project, DateTimeOffset readAt) => new()
    {
        Id = wire.Id.OrNull(),
        Identifier = wire.Identifier.OrNull(),
        UserName = wire.Username.OrNull(),
        Email = wire.Email.OrNull(),
        Name = wire.Name.OrNull(),
        IpAddress = wire.IpAddress.OrNull(),
        Hash = wire.Hash.OrNull(),
        DateCreated = wire.DateCreated,
        ProjectSlug = project,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
