using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SentryAudit.Connecting;

/// <summary>The default connection, one per runspace: a parallel loop or a job never changes its caller's.</summary>
internal static class SessionConnection
{
    private static readonly ConditionalWeakTable<object, SentryConnection> Connections = [];

    // Without an engine there is no runspace; everything shares one place then.
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
