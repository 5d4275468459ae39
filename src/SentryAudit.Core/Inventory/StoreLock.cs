using System.Globalization;
using SentryAudit.Common.Files;

namespace SentryAudit.Inventory;

/// <summary>
/// Prevents two processes from writing to a store at the same time. The operating system releases the lock when its process ends, however
/// it ends. The file has no meaning of its own and is not deleted: otherwise another process could lock a new file of the same name.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    public const string LockName = "sync.lock";
    public const string HolderName = "sync.holder";

    private readonly FileStream _lock;

    private StoreLock(FileStream held) => _lock = held;

    /// <summary>Takes the lock of a store's folder. The folder is created if it does not exist.</summary>
    /// <exception cref="SentryException">
    /// Another process, or another session of this one, writes to the store, or the folder can't be written.
    /// </exception>
    public static StoreLock Take(string folder, DateTimeOffset now) => InventoryFaults.Guard(folder, () =>
    {
        OwnerOnly.CreateFolder(folder);
        FileStream held;
        try
        {
            held = OwnerOnly.Open(Path.Combine(folder, LockName));
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException or DriveNotFoundException))
        {
            throw InventoryFaults.Busy(folder, ReadHolder(folder));
        }

        // A locked file can't be read, so its holder is written to a file of its own.
        using var holder = new StreamWriter(OwnerOnly.Create(Path.Combine(folder, HolderName)));
        holder.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} on {Environment.MachineName} since {now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"));
        return new StoreLock(held);
    });

    public void Dispose()
    {
        using (_lock)
        {
            File.Delete(Path.Combine(Path.GetDirectoryName(_lock.Name)!, HolderName));
        }
    }

    private static string? ReadHolder(string folder)
    {
        try
        {
            var path = Path.Combine(folder, HolderName);
            UnsafePlace.RefuseLink(path);
            return File.ReadAllText(path) is { Length: > 0 } text ? text : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SentryException)
        {
            return null;
        }
    }
}
