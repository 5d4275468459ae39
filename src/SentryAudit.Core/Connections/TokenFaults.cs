namespace SentryAudit.Connections;

/// <summary>Why there is no token to connect with.</summary>
internal static class TokenFaults
{
    public static SentryException Missing() =>
        new(
            "NoSentryToken",
            SentryErrorCategory.AuthenticationError,
            "There is no Sentry token to connect with.",
            "Sign in with Connect-Sentry -DeviceCode, or run Connect-Sentry -Token (Read-Host -AsSecureString), "
                + "or set SENTRY_AUTH_TOKEN, or keep a token in .sentryclirc. "
                + "Create a personal token in Sentry under User settings > Personal tokens.");

    public static SentryException Empty() =>
        new(
            "EmptySentryToken",
            SentryErrorCategory.InvalidArgument,
            "The token that was given is empty.",
            "Give the token itself, for example with Connect-Sentry -Token (Read-Host -AsSecureString); "
                + "without -Token and -Credential, the environment's is taken.");
}
