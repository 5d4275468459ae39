using static SentryAudit.Api.SentrySilo;

namespace SentryAudit.Api;

internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint AuditLog = new("organizations/{org}/audit-logs/", Control, "org:write");
}
