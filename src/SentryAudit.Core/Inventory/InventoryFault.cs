using System.Text.Json;

namespace SentryAudit.Inventory;

/// <summary>What can be wrong with an inventory file, as errors that name it and say what to do.</summary>
internal static class InventoryFault
{
    public const string DamagedId = "InventoryDamaged";
    public const string NewerId = "InventoryNewer";

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
            throw new SentryException(
                "InventoryForbidden",
                SentryErrorCategory.PermissionDenied,
                $"The inventory {path} may not be read or written by this user.",
                "Run as the user who made it, or choose another -Path.",
                fault);
        }
        catch (IOException fault)
        {
            throw new SentryException(
                "InventoryUnavailable",
                SentryErrorCategory.ResourceUnavailable,
                $"The inventory {path} can't be read or written: {fault.Message}",
                "Check the disk and its free space. The last finished sync is not touched.",
                fault);
        }
    }

    public static SentryException NotFound(string path, Exception? inner = null) =>
        new(
            "InventoryNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"There is no inventory at {path}.",
            "Sync-SentryInventory makes one; Get-SentryInventory lists those there are.",
            inner);

    public static SentryException Damaged(string path, Exception? inner) =>
        new(
            DamagedId,
            SentryErrorCategory.InvalidData,
            $"The inventory file {path} is truncated or damaged.",
            "Remove it; the sync before it is still usable.",
            inner);

    public static SentryException Foreign(string path) =>
        new(
            "InventoryForeign",
            SentryErrorCategory.InvalidData,
            $"The file {path} is no inventory of this module.",
            "Name an inventory that Sync-SentryInventory wrote.");

    public static SentryException NoneOf(string organization) =>
        new(
            "InventoryNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"There is no inventory of an organization '{organization}'.",
            "Get-SentryInventory without -Organization lists those there are.");

    public static SentryException NotStored(string path) =>
        new(
            "InventoryNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"{path} is not in any inventory's folder, or not any more.",
            "Give what Get-SentryInventory lists now.");

    public static SentryException IsCurrent(string path) =>
        new(
            "InventoryIsCurrent",
            SentryErrorCategory.InvalidArgument,
            $"{path} is the current state of its organization.",
            "Without it the earlier ones would be taken for current. To remove it with all of them, use -WholeHistory.");

    public static SentryException Busy(string folder, string? holder) =>
        new(
            "InventoryBusy",
            SentryErrorCategory.ResourceUnavailable,
            $"The inventory in {folder} is being written by {holder ?? "another process"}.",
            "Wait until it has ended; a process that was killed does not keep others out.");

    public static SentryException NoPlace() =>
        new(
            "InventoryPlaceUnknown",
            SentryErrorCategory.InvalidArgument,
            "This user has no folder for application data, so there is no default place for inventories.",
            $"Name a folder with -Path, or in the environment variable {InventoryPlace.Variable}.");

    public static SentryException Newer(string path, string? moduleVersion) => new(
        NewerId, SentryErrorCategory.NotImplemented, $"The inventory file {path} was written by version {moduleVersion ?? "?"} of this module, whose format this version does not know.", "Update the module.");
}
