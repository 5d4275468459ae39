using System.Management.Automation;
using SentryAudit.Connections;

namespace SentryAudit.Connecting;

/// <summary>
/// Finds the settings of a session: near its current location, in the home folder, and in the kept sessions of this
/// machine.
/// </summary>
internal static class SettingsFiles
{
    public static ConnectionSources Sources(SessionState session) => new()
    {
        NearFile = SentryCliFile.FindNear(session.Path.CurrentFileSystemLocation.ProviderPath),
        HomeFile = SentryCliFile.FindHome(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)),
        Sessions = KeptSessions.Store,
    };
}
