using System.Text.Json;
using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Inventory;

/// <summary>What can be wrong with an inventory, as errors that name it and say what to do.</summary>
internal static class InventoryFaults
{
    public const string DamagedId = "InventoryDamaged";
    public const string NewerId = "InventoryNewer";

    private const string ListExisting = "Get-SentryInventory lists the existing ones.";

    /// <summary>Runs a step on a file, and turns exceptions of the system into errors that say what to do.</summary>
    public static T Guard<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or UnauthorizedAccessException or IOException)
        {
            throw Explain(path, fault);
        }
    }

    public static SentryException NotFound(string path, Exception? inner = null) =>
        new(
            "InventoryNotFound",
            ObjectNotFound,
            $"There is no inventory at {path}.",
            $"Create one with Sync-SentryInventory. {ListExisting}",
            inner);

    public static SentryException Damaged(string path, Exception? inner) =>
        new(
            DamagedId,
            InvalidData,
            $"The inventory file {path} is truncated or damaged.",
            "Remove the file. The sync before it can still be used.",
            inner);

    public static SentryException Foreign(string path) =>
        new(
            "InventoryForeign",
            InvalidData,
            $"The file {path} is not an inventory of this module.",
            "Name an inventory that Sync-SentryInventory wrote.");

    public static SentryException NoneOf(string organization) =>
        new(
            "InventoryNotFound",
            ObjectNotFound,
            $"There is no inventory of an organization '{organization}'.",
            "Get-SentryInventory without -Organization lists the existing ones.");

    public static SentryException NotStored(string path) =>
        new(
            "InventoryNotFound",
            ObjectNotFound,
            $"{path} is not in the folder of an inventory, or does not exist any more.",
            "Give one of the files that Get-SentryInventory lists now.");

    public static SentryException IsCurrent(string path) =>
        new(
            "InventoryIsCurrent",
            InvalidArgument,
            $"{path} is the current state of its organization, so it can't be removed alone.",
            "Remove earlier states only, or use -WholeHistory to remove the current state together with all earlier ones.");

    public static SentryException Busy(string folder, string? holder) =>
        new(
            "InventoryBusy",
            ResourceUnavailable,
            $"The inventory in {folder} is being written by {holder ?? "another process"}.",
            "Wait until that process has ended. A process that was killed does not block the inventory.");

    public static SentryException NoName(string? text) =>
        new(
            "InventoryNameless",
            InvalidData,
            $"An organization or a Sentry is called '{text}', which can't be the name of a folder for its inventory.",
            "Look for something that answers in place of Sentry.");

    public static SentryException NoPlace() =>
        new(
            "InventoryPlaceUnknown",
            InvalidArgument,
            "This user has no folder for application data, so there is no default folder for inventories.",
            $"Name a folder with -Path, or in the environment variable {InventoryPlace.Variable}.");

    public static SentryException Newer(string path, string? moduleVersion) =>
        new(
            NewerId,
            NotImplemented,
            $"The inventory file {path} was written by version {moduleVersion ?? "?"} of this module, "
                + "in a format that this version does not know.",
            "Update the module.");

    private static SentryException Explain(string path, Exception fault) =>
        fault switch
        {
            InvalidDataException or JsonException or EndOfStreamException => Damaged(path, fault),
            FileNotFoundException or DirectoryNotFoundException => NotFound(path, fault),
            UnauthorizedAccessException => new SentryException(
                "InventoryForbidden",
                PermissionDenied,
                $"This user is not allowed to read or write the inventory {path}.",
                "Run the command as the user who created the inventory, or choose another -Path.",
                fault),
            _ => new SentryException(
                "InventoryUnavailable",
                ResourceUnavailable,
                $"The inventory {path} can't be read or written: {fault.Message}",
                "Check the disk and its free space. The last complete sync is unchanged.",
                fault),
        };
}
