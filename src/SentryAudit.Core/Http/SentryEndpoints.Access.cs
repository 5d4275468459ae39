using static SentryAudit.Http.SentrySilo;

namespace SentryAudit.Http;

internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint AuditLog = new("organizations/{org}/audit-logs/", Control, "org:write");
}
