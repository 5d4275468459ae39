namespace SentryAudit.SignIn;

/// <summary>Why a sign-in failed, each reason with its own remedy.</summary>
internal static class SignInFaults
{
    private const string Again = "Run the sign-in again.";

    /// <summary>There is no application to sign in as. Nobody else's client id is built in.</summary>
    public static SentryException NoClientId(Uri home) => new(
        "NoSentryClientId",
        SentryErrorCategory.InvalidArgument,
        [
            "There is no client id to sign in with. Register an application in Sentry once, for everybody in the company:",
            $"1. Open {home}settings/account/api/applications/ and create a new application; choose Public, which needs no secret.",
            "2. For -Browser add the redirect address http://127.0.0.1/callback; for -DeviceCode none is needed. A self-hosted Sentry needs an application of its own, and a version of 2026 for public ones and device codes.",
            "3. Give its client id with -ClientId or SENTRY_CLIENT_ID; a kept session (-Persist) remembers it.",
        ],
        "Give -ClientId, or set SENTRY_CLIENT_ID.");

    /// <summary>What Sentry's answer to a sign-in means; other failures stay what they are.</summary>
    public static SentryApiException Of(SentryApiException fault, OAuthClient client) => fault switch
    {
        { Code: "access_denied" } => Denied(fault),
        { Code: "expired_token" } => Expired(fault),
        { Code: "invalid_client" or "unauthorized_client" } => Make(fault, "SentryInvalidClient", SentryErrorCategory.AuthenticationError,
            $"Sentry at {client.Home.Host} does not accept the client id '{client.ClientId}'.",
            "Check that the application is registered at this Sentry and active. A confidential one needs -ClientSecret and -Browser; for -DeviceCode register a public one."),
        { Code: "invalid_scope" } => Make(fault, "SentryInvalidScope", SentryErrorCategory.InvalidArgument,
            "Sentry does not know one of the scopes asked for, or the application may not ask for it.",
            "Check -Scope against https://docs.sentry.io/api/permissions/; an older self-hosted Sentry may lack some."),
        { Code: "invalid_grant" } => Make(fault, "SentrySignInRejected", SentryErrorCategory.AuthenticationError,
            "Sentry does not accept the code of this sign-in: it was used already, or the application was deactivated meanwhile.", Again),
        { Code: "unsupported_grant_type" } or { Status: 404 or 405 } => Unsupported(fault, client.Home),
        _ => fault,
    };

    /// <summary>A refresh token that Sentry does not take any more.</summary>
    public static SentryApiException Ended(SentryApiException fault, SignedIn session) =>
        Make(
            fault,
            "SentrySessionEnded",
            SentryErrorCategory.AuthenticationError,
            $"The session of {session.Account} at {session.BaseUri.Host} has ended: Sentry does not renew it any more.",
            "Connect again with Connect-Sentry -DeviceCode or -Browser. What is kept of the session stays until then.");

    public static SentryApiException Denied(SentryApiException? fault = null) =>
        Make(
            fault,
            "SentrySignInDenied",
            SentryErrorCategory.AuthenticationError,
            "The sign-in was denied on Sentry's page.",
            "Run it again and approve it, or ask for fewer scopes with -Scope.");

    public static SentryApiException Expired(SentryApiException? fault = null) =>
        Make(fault, "SentrySignInExpired", SentryErrorCategory.OperationTimeout, "Nobody completed the sign-in in time.", Again);

    public static SentryApiException WrongState() =>
        Make(
            null,
            "SentrySignInForged",
            SentryErrorCategory.SecurityError,
            "What came back from the browser does not belong to this sign-in, so it was not used.",
            "Run the sign-in again, and complete it in the window it opens.");

    public static SentryApiException Refused(string error) =>
        Make(
            null,
            "SentrySignInRefused",
            SentryErrorCategory.AuthenticationError,
            $"Sentry ended the sign-in with '{error}'.",
            "Check the application's redirect addresses and the scopes asked for, then run the sign-in again.");

    private static SentryApiException Unsupported(SentryApiException fault, Uri home) =>
        Make(
            fault,
            "SentrySignInUnsupported",
            SentryErrorCategory.NotImplemented,
            $"Sentry at {home.Host} does not offer this kind of sign-in.",
            "Device codes came with self-hosted versions of 2026. Use Connect-Sentry -Browser with an application of that Sentry, or a token; and check -Uri."
        );

    private static SentryApiException Make(
        SentryApiException? cause,
        string id,
        SentryErrorCategory category,
        string message,
        string remedy) =>
        new(id, category, message, remedy, cause)
        {
            Status = cause?.Status,
            Code = cause?.Code,
            Detail = cause?.Detail,
            Endpoint = cause?.Endpoint,
            RequestId = cause?.RequestId,
        };
}
