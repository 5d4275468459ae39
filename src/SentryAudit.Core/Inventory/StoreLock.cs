using System.Globalization;
using SentryAudit.Common.Files;

namespace SentryAudit.Inventory;

/// <summary>
/// Keeps two writers apart. The operating system holds the lock, so it ends with its process, however that ends; the file
/// itself means nothing and stays, since removing it would let a third writer lock another file of the same name.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    public const string LockName = "sync.lock";
    public const string HolderName = "sync.holder";

    private readonly FileStream _lock;

    private StoreLock(FileStream held) => _lock = held;

    /// <summary>Takes the lock of a store's folder, which is made where it is missing.</summary>
    /// <exception cref="SentryException">Another process, or another session of this one, writes there; or the folder can't be written.</exception>
    public static StoreLock Take(string folder, DateTimeOffset now) => InventoryFault.Guard(folder, () =>
    {
        OwnerOnly.CreateFolder(folder);
        FileStream held;
        try
        {
            held = OwnerOnly.Open(Path.Combine(folder, LockName));
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException or DriveNotFoundException))
        {
            throw InventoryFault.Busy(folder, ReadHolder(folder));
        }

            // A locked file can't be read, so who holds it is written beside it.
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
            return File.ReadAllText(Path.Combine(folder, HolderName)) is { Length: > 0 } text ? text : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
