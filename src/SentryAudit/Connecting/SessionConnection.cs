using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SentryAudit.Connecting;

/// <summary>
/// The default connection. Each runspace has its own, so that a parallel loop or a job never changes the connection of
/// its caller.
/// </summary>
internal static class SessionConnection
{
    private static readonly ConditionalWeakTable<object, SentryConnection> Connections = [];

    // In tests there is no runspace, and everything shares this one key.
    private static readonly object NoRunspace = new();

    public static SentryConnection? Current
    {
        get => Connections.TryGetValue(Key, out var connection) ? connection : null;
        set
        {
            Connections.Remove(Key);
            if (value is not null)
            {
                Connections.Add(Key, value);
            }
        }
    }

    private static object Key => (object?)Runspace.DefaultRunspace ?? NoRunspace;
}
