using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>Refusals Sentry, or what stands in front of it, gives now and then.</summary>
internal static class Refusals
{
    private static readonly RateLimit Usual = new(40, 1);

    public static Answer ByLimiter(FaultedExchange exchange) =>
        new RateLimitState(Usual, Usual.Requests + 1, exchange.Clock.GetUtcNow().ToUnixTimeSeconds() + 1).Refusal();

    public static Answer SignInPage(int code) => Answer.Text(
        code,
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>",
        "text/html; charset=utf-8");

    public static Answer BrownOut() => Answer.Text(410, """{"message":"This API no longer exists."}""", "application/json")
        .With("X-Sentry-Deprecation-Date", "2026-05-14T00:00:00+00:00")
        .With("X-Sentry-Replacement-Endpoint", "sentry-api-0-organization-workflow-index");
}
