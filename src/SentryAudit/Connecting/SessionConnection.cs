using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SentryAudit.Connecting;

/// <summary>
/// The default connection. Each runspace has its own, so that a parallel loop or a job never changes the connection of
/// its caller.
/// </summary>
internal static class SessionConnection
{
    private static readonly ConditionalWeakTable<Runspace, SentryConnection> Connections = [];

    public static SentryConnection? Current
    {
        get => Connections.TryGetValue(Runspace.DefaultRunspace, out var connection) ? connection : null;
        set
        {
            Connections.Remove(Runspace.DefaultRunspace);
            if (value is not null)
            {
                Connections.Add(Runspace.DefaultRunspace, value);
            }
        }
    }
}
