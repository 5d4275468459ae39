using System.Text.Json;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;

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
            // Sentry calls an API key that did it by the key itself.
            ActorName = (wire.Actor?.Name ?? wire.Actor?.Username) is { } name ? SecretMask.In(name) : null,
            ActorEmail = wire.Actor?.Email,
            IpAddress = wire.IpAddress,
            TargetUserId = wire.TargetUser is { ValueKind: JsonValueKind.Object } user ? Text(user, "id") : Text(wire.TargetUser),
            TargetUserEmail = wire.TargetUser is { ValueKind: JsonValueKind.Object } account ? Text(account, "email") : null,
            TargetObjectId = wire.TargetObject,
            Note = AuditNote.Of(wire.Event, wire.Note, AuditDetails.HiddenIn(wire.Event, wire.Data)),
            Data = AuditDetails.Of(wire.Event, wire.Data),
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Text(value) : null;

    // Ids come as text or as numbers whose digits all matter.
    private static string? Text(JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.String => SecretMask.In(value.Value.GetString()!),
        JsonValueKind.Number => value.Value.GetRawText(),
        _ => null,
    };
}
