using System.Globalization;

namespace SentryAudit.Sandbox.Api;

/// <summary>Notes in the audit log what a request did and who sent it.</summary>
internal static class AuditTrail
{
    public static void Note(
        this Exchange exchange, string action, string note, string? target = null, SandboxMember? member = null,
        Dictionary<string, object?>? data = null)
    {
        var log = exchange.Organization.AuditLog;
        var actor = exchange.Token.User;
        log.Insert(0, new SandboxAuditEntry
        {
            Id = exchange.World.Estate.NextKey(),
            Event = action,
            Actor = actor,
            // A token without a person leaves only a name.
            ActorName = actor is null ? exchange.Organization.Apps.FirstOrDefault()?.Name ?? "Internal Integration" : "",
            IpAddress = exchange.IpAddress,
            Note = note,
            TargetObject = long.TryParse(target, CultureInfo.InvariantCulture, out var number) ? number : null,
            TargetUser = member?.User,
            Data = data ?? [],
            DateCreated = Later(exchange.Moment, log.FirstOrDefault()?.DateCreated),
        });
    }

    /// <summary>The log is newest first, also on a clock that is behind the day of the seed.</summary>
    private static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset? newest) => newest > now ? newest.Value : now;
}
