using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>What a sign-in asks for. These are no part of the API below <c>/api/0/</c>.</summary>
internal static class SignInEndpoints
{
    public static readonly SentryEndpoint DeviceCode = new("oauth/device/code/", Control) { IsSignIn = true };
    public static readonly SentryEndpoint AccessToken = new("oauth/token/", Control) { IsSignIn = true };
}
