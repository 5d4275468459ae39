using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.SignIn;

/// <summary>Why a sign-in failed, each reason with a remedy of its own.</summary>
internal static class SignInFaults
{
    private const string Again = "Run the sign-in again.";

    /// <summary>There is no client id. The module has none of its own, since an application belongs to somebody.</summary>
    public static SentryException NoClientId(Uri home) =>
        new(
            "NoSentryClientId",
            InvalidArgument,
            [
                "There is no client id to sign in with. Register an application in Sentry once, for everybody in the company:",
                $"1. Open {home}settings/account/api/applications/ and create a new application; choose Public, which needs no secret.",
                "2. For -Browser add the redirect address http://127.0.0.1/callback; for -DeviceCode none is needed. "
                    + "A self-hosted Sentry needs an application of its own, and a version of 2026 for public ones and device codes.",
                "3. Give its client id with -ClientId or SENTRY_CLIENT_ID; a kept session (-Persist) remembers it.",
            ],
            "Give -ClientId, or set SENTRY_CLIENT_ID.");

    /// <summary>What Sentry's answer to a sign-in means. Other faults stay unchanged.</summary>
    public static SentryApiException Of(SentryApiException fault, OAuthClient client) =>
        fault switch
        {
            { Code: "access_denied" } => Denied(fault),
            { Code: "expired_token" } => Expired(fault),
            { Code: "invalid_client" or "unauthorized_client" } => InvalidClient(fault, client),
            { Code: "invalid_scope" } => Make(
                fault,
                "SentryInvalidScope",
                InvalidArgument,
                "Sentry does not know one of the requested scopes, or the application is not allowed to request it.",
                "Compare -Scope with https://docs.sentry.io/api/permissions/; an older self-hosted Sentry may not have all of them."),
            { Code: "invalid_grant" } => Make(
                fault,
                "SentrySignInRejected",
                AuthenticationError,
                "Sentry does not accept the code of this sign-in: it was used already, or the application was deactivated meanwhile.",
                Again),
            { Code: "unsupported_grant_type" } or { Status: 404 or 405 } => Unsupported(fault, client.Home),
            _ => fault,
        };

    /// <summary>A refresh token that Sentry no longer accepts.</summary>
    public static SentryApiException Ended(SentryApiException fault, SignedIn session) =>
        Make(
            fault,
            "SentrySessionEnded",
            AuthenticationError,
            $"The session of {session.Account} at {session.BaseUri.Host} has ended: Sentry no longer renews it.",
            "Connect again with Connect-Sentry -DeviceCode or -Browser. Until then, a kept session stays on this machine.");

    public static SentryApiException Denied(SentryApiException? fault = null) =>
        Make(
            fault,
            "SentrySignInDenied",
            AuthenticationError,
            "The sign-in was denied on Sentry's page.",
            "Run the sign-in again and approve it, or request fewer scopes with -Scope.");

    public static SentryApiException Expired(SentryApiException? fault = null) =>
        Make(fault, "SentrySignInExpired", OperationTimeout, "Nobody completed the sign-in in time.", Again);

    public static SentryApiException WrongState() =>
        Make(
            null,
            "SentrySignInForged",
            SecurityError,
            "The answer of the browser does not belong to this sign-in, so it was not used.",
            "Run the sign-in again, and complete it in the window that it opens.");

    public static SentryApiException Refused(string error) =>
        Make(
            null,
            "SentrySignInRefused",
            AuthenticationError,
            $"Sentry refused the sign-in with the error '{error}'.",
            "Check the application's redirect addresses and the requested scopes, then run the sign-in again.");

    private static SentryApiException InvalidClient(SentryApiException fault, OAuthClient client) =>
        Make(
            fault,
            "SentryInvalidClient",
            AuthenticationError,
            $"Sentry at {client.Home.Host} does not accept the client id '{client.ClientId}'.",
            "Check that the application is registered at this Sentry and active. A confidential application needs -ClientSecret "
                + "and -Browser; for -DeviceCode register a public one.");

    private static SentryApiException Unsupported(SentryApiException fault, Uri home) =>
        Make(
            fault,
            "SentrySignInUnsupported",
            NotImplemented,
            $"Sentry at {home.Host} does not offer this kind of sign-in.",
            "Check -Uri. A self-hosted Sentry has device codes since 2026; on an older one, use Connect-Sentry -Browser "
                + "with an application of that Sentry, or a token.");

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
