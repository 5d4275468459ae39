using System.Management.Automation;
using SentryAudit.Inventory;

namespace SentryAudit.Cmdlets;

/// <summary>Finds the folder that the <c>-Path</c> of an inventory cmdlet names.</summary>
internal static class InventoryFolder
{
    /// <summary>A folder to read from. A folder that is named must exist; the default one need not.</summary>
    /// <exception cref="SentryException">The named folder is missing, or a reason of <see cref="Resolve"/>.</exception>
    public static string Find(SessionState session, string? path) =>
        Resolve(session, path) is var folder && (path is null || Directory.Exists(folder))
            ? folder
            : throw InventoryFaults.NotFound(folder);

    /// <summary>A folder to read from; without a path, the one that an offline connection reads.</summary>
    public static string ResolveFor(SessionState session, string? path, SentryConnection? connection) =>
        path is not null || connection?.Inventory is not { } inventory ? Resolve(session, path)
        : Directory.Exists(inventory) ? inventory
        : InventoryStore.Of(inventory).Folder;

    /// <summary>The full path of an inventory file or folder, or the default folder.</summary>
    /// <exception cref="SentryException">There is no default folder.</exception>
    public static string ResolveInventory(SessionState session, string path) =>
        string.Equals(path, InventoryPlace.DefaultName, StringComparison.OrdinalIgnoreCase)
            ? InventoryPlace.Default ?? throw InventoryFaults.NotFound(path)
            : session.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>A folder to write to.</summary>
    /// <param name="session">Has the current location, where relative paths begin.</param>
    /// <param name="path">The path as it was given; null for the default folder.</param>
    /// <exception cref="SentryException">There is no default folder, or the path does not lead to the file system.</exception>
    public static string Resolve(SessionState session, string? path)
    {
        if (path is null)
        {
            return InventoryPlace.Default ?? throw InventoryFaults.NoPlace();
        }

        var resolved = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem"
            ? Path.GetFullPath(resolved)
            : throw new SentryException(
                "InventoryPathInvalid",
                SentryErrorCategory.InvalidArgument,
                $"The path '{path}' is not a folder of the file system.",
                "Name a folder of the file system, for example C:\\Audit or ~/audit.");
    }
}
