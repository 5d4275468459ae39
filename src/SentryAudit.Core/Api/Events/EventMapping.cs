using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Events;

internal static class EventMapping
{
    public static SentryEvent ToModel(this WireEvent wire, string organization, string? project, DateTimeOffset readAt) => new()
    {
        EventId = wire.EventId ?? wire.Id ?? "",
        IssueId = wire.GroupId,
        ProjectSlug = project,
        Type = wire.EventType ?? wire.Type,
        Title = wire.Title,
        Message = wire.Message.OrNull(),
        Location = wire.Location.OrNull(),
        Culprit = wire.Culprit.OrNull(),
        Platform = wire.Platform.OrNull(),
        DateCreated = wire.DateCreated,
        UserId = wire.User?.Id.OrNull(),
        UserEmail = wire.User?.Email.OrNull(),
        UserName = wire.User?.Username.OrNull(),
        UserIpAddress = wire.User?.IpAddress.OrNull(),
        Tags = wire.Tags is { } tags && Array.TrueForAll(tags, tag => tag is { Key: not null, Value: not null })
            ? new StringList(tags.Select(tag => $"{tag.Key}={tag.Value}"))
            : null,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
