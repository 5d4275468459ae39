using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>What an organization pays for. Only sentry.io has it, and nowhere is it described.</summary>
internal static class CustomerEndpoints
{
    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("customers/{org}/", Scopes.Organization, exchange => Answer.Json(json => SubscriptionJson.Write(json, exchange)))
        {
            HostedOnly = true,
        },
    ];
}
