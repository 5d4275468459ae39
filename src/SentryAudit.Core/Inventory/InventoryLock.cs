namespace SentryAudit.Inventory;

/// <summary>Keeps two writers of one store apart. The system holds it, so it ends with the process, however that ends.</summary>
internal sealed class InventoryLock : IDisposable
{
    private readonly FileStream _file;

    private InventoryLock(FileStream file) => _file = file;

    /// <exception cref="SentryException">Another process, or another sync of this one, is writing to the store.</exception>
    public static InventoryLock Take(string folder)
    {
        var path = Path.Combine(folder, "lock");
        return InventoryFault.Guard(path, () =>
        {
            OwnerOnly.CreateFolder(folder);
            try
            {
                return new InventoryLock(OwnerOnly.Open(path));
            }
            catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
            {
                throw new SentryException("InventoryLocked", SentryErrorCategory.ResourceUnavailable, $"Another sync is writing to {folder}.", "Wait until it has ended. A killed sync leaves no lock behind.", fault);
            }
        });
    }

    public void Dispose() => _file.Dispose();
}
