using System.Management.Automation;
using SentryAudit.Inventory;

namespace SentryAudit.Connecting;

/// <summary>The folder of inventories that a cmdlet means.</summary>
internal static class InventoryRoot
{
    /// <summary>The path given, as the session's current location understands it, else the default place.</summary>
    /// <exception cref="SentryException">It names no folder of the file system, or there is no default place.</exception>
    public static string Resolve(SessionState? session, string? path)
    {
        if (path is null)
        {
            return InventoryPlace.Default ?? throw new SentryException(
                "InventoryPlaceUnknown", SentryErrorCategory.InvalidArgument, "This user has no folder for application data, so there is no default place for inventories.",
                $"Name one with -Path or the environment variable {InventoryPlace.Variable}.");
        }

        try
        {
            return session?.Path?.GetUnresolvedProviderPathFromPSPath(path, out _, out _) ?? System.IO.Path.GetFullPath(path);
        }
        catch (RuntimeException fault)
        {
            throw new SentryException("InventoryPathInvalid", SentryErrorCategory.InvalidArgument, $"'{path}' is no path of the file system: {fault.Message}", "Name a folder.", fault);
        }
    }
}
