using static SentryAudit.Http.SentrySilo;

namespace SentryAudit.Http;

/// <summary>What a sign-in asks. These are no part of the API below <c>/api/0/</c>.</summary>
internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint DeviceCode = new("oauth/device/code/", Control) { IsSignIn = true };
    public static readonly SentryEndpoint AccessToken = new("oauth/token/", Control) { IsSignIn = true };
}
