using SentryAudit.Common.Text;

namespace SentryAudit.Commands.Connection;

/// <summary>What a new connection warns about.</summary>
internal static class ConnectionWarnings
{
    public static void AboutAddress(Uri sentry, Action<string> warn)
    {
        if (sentry.Scheme == "http" && !SentryAddress.IsLoopback(sentry))
        {
            warn($"The token is sent unencrypted to {sentry.Host}.");
        }
    }

    public static void AboutToken(SentryConnection connection, Action<string> warn)
    {
        if (connection.TokenKind is SentryTokenKind.Organization)
        {
            warn(
                "This is an organization token. Sentry gives it only the scope org:ci, so it can read releases only. "
                + "For audits, use a personal token or the token of an internal integration.");
        }
    }
}
