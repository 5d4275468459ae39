using System.Net;
using System.Security;
using SentryAudit.Common.Text;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Http;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>Connections to a sandbox, made as Connect-Sentry makes them.</summary>
internal static class SandboxConnections
{
    /// <param name="organization">The connection's default organization.</param>
    /// <param name="inventories">The folder of inventories to look into; null for none, never the developer's own.</param>
    /// <param name="clock">Null for one on which nobody waits for a retry.</param>
    public static Task<SentryConnection> ConnectAsync(
        this SandboxServer server,
        string? token = null,
        string? organization = null,
        int retries = 5,
        TimeSpan? timeout = null,
        TimeProvider? clock = null,
        string? inventories = null)
    {
        // No wait of the transport has this length, so that the clock can distinguish it from them.
        var limit = timeout ?? TimeSpan.FromSeconds(47);
        var settings = new ConnectionSettings
        {
            Token = new SecretText(token ?? server.Token),
            Source = "test",
            BaseUri = server.BaseUri,
            Organization = organization,
            // Its regions listen on ports of their own.
            FollowRegion = true,
            Timeout = limit,
            MaximumRetryCount = retries,
            InventoryRoot = inventories,
        };
        return SentryConnector.ConnectAsync(
            settings,
            TransportLoader.Factory,
            SilentObserver.Instance,
            clock ?? new HurriedClock(limit),
            CancellationToken.None);
    }

    public static SecureString Secure(this string text) => new NetworkCredential("", text).SecurePassword;
}
