using System.Management.Automation;
using SentryAudit.Inventory;

namespace SentryAudit.Cmdlets;

/// <summary>The folder that a <c>-Path</c> parameter of the inventory cmdlets means.</summary>
internal static class InventoryFolder
{
    /// <summary>A folder to read from: one that is named must be there, the default one need not.</summary>
    /// <exception cref="SentryException">As of <see cref="Resolve"/>, or the folder named is missing.</exception>
    public static string Find(SessionState? session, string? path) =>
        Resolve(session, path) is var folder && (path is null || Directory.Exists(folder)) ? folder : throw InventoryFault.NotFound(folder);

    /// <summary>A folder to write to.</summary>
    /// <param name="session">Knows the current location, which relative paths begin at.</param>
    /// <param name="path">As given; null for the default place.</param>
    /// <exception cref="SentryException">There is no default place, or the path is not one of the file system.</exception>
    public static string Resolve(SessionState? session, string? path)
    {
        if (path is null)
        {
            return InventoryPlace.Default ?? throw InventoryFault.NoPlace();
        }

        // Without an engine there is no session, and its reference library knows no paths.
        ProviderInfo? provider = null;
        var resolved = session?.Path?.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
        return provider?.Name is null or "FileSystem"
            ? Path.GetFullPath(resolved ?? path)
            : throw new SentryException(
                "InventoryPathInvalid",
                SentryErrorCategory.InvalidArgument,
                $"{path} is no folder of the file system.",
                "Name a folder, as C:\\Audit or ~/audit.");
    }
}
