using System.Management.Automation;
using SentryAudit.Connections;
using SentryAudit.Http;

namespace SentryAudit.Connecting;

/// <summary>
/// Finds the session's connection. Without one it connects with environment variables and settings files, and makes
/// that the session's.
/// </summary>
internal static class EnvironmentConnection
{
    /// <exception cref="SentryException">No token was found, or Sentry refused it.</exception>
    public static async Task<SentryConnection> FindAsync(
        SessionState session,
        Action<string> verbose,
        ITransportObserver observer,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (SessionConnection.Current is { } current)
        {
            return current;
        }

        var settings = SettingsFiles.Sources(session).Resolve(verbose);
        return SessionConnection.Current = await SentryConnector.ConnectAsync(
            settings,
            TransportLoader.Factory,
            observer,
            clock,
            cancellationToken);
    }
}
