using System.Text.Json;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Organizations;

internal static class AuditLogMapping
{
    public static SentryAuditLogEntry ToModel(this WireAuditLog.WireAuditEntry wire, string organization, DateTimeOffset readAt) =>
        new()
        {
            Id = wire.Id ?? "",
            Event = wire.Event,
            DateCreated = wire.DateCreated,
            ActorId = wire.Actor?.Id,
            ActorName = wire.Actor?.Name ?? wire.Actor?.Username,
            ActorEmail = wire.Actor?.Email,
            IpAddress = wire.IpAddress,
            TargetUserId = wire.TargetUser is { ValueKind: JsonValueKind.Object } user ? Text(user, "id") : Text(wire.TargetUser),
            TargetUserEmail = wire.TargetUser is { ValueKind: JsonValueKind.Object } account ? Text(account, "email") : null,
            TargetObjectId = wire.TargetObject,
            Note = wire.Note,
            Data = wire.Data is { ValueKind: JsonValueKind.Object } data
                ? new StringList(data.EnumerateObject().Select(detail => $"{detail.Name}={Text(detail.Value)}"))
                : null,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Text(value) : null;

    // Ids come as text or as numbers whose digits all matter.
    private static string? Text(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.Value.GetString(),
        _ => value.Value.GetRawText(),
    };
}
