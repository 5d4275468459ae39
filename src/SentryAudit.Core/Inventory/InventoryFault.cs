using System.Text.Json;

namespace SentryAudit.Inventory;

/// <summary>What can be wrong with an inventory file, as errors that name it and say what to do.</summary>
internal static class InventoryFault
{
    /// <summary>Runs a step on a file and turns what the system throws into what a user can act on.</summary>
    public static T Guard<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw Damaged(path, fault);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotFound(path, fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new SentryException("InventoryForbidden", SentryErrorCategory.PermissionDenied, $"The inventory {path} may not be read or written by this user.", "Run as the user who made it, or choose another -Path.", fault);
        }
        catch (IOException fault)
        {
            throw new SentryException("InventoryUnavailable", SentryErrorCategory.ResourceUnavailable, $"The inventory {path} can't be read or written: {fault.Message}", "Check the disk and its free space. The last finished sync is not touched.", fault);
        }
    }

    public static SentryException Damaged(string path, Exception? inner) => new(
        "InventoryDamaged", SentryErrorCategory.InvalidData, $"The inventory file {path} is truncated or damaged.", "Remove it; the sync before it is still usable.", inner);

    public static SentryException Foreign(string path) => new(
        "InventoryForeign", SentryErrorCategory.InvalidData, $"The file {path} is no inventory of this module.", "Name an inventory that Sync-SentryInventory wrote.");

    public static SentryException NotFound(string path, Exception? inner = null) => new(
        "InventoryNotFound", SentryErrorCategory.ObjectNotFound, $"There is no inventory at {path}.", "Sync-SentryInventory makes one; Get-SentryInventory lists those there are.", inner);

    public static SentryException Newer(string path, InventoryHeader header) => new(
        "InventoryNewer", SentryErrorCategory.NotImplemented, $"The inventory file {path} was written by version {header.ModuleVersion} of this module, whose format this version does not know.", "Update the module.");
}
