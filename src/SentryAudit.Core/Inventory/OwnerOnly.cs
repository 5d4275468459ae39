namespace SentryAudit.Inventory;

/// <summary>Files and folders that only their owner can read: an inventory tells who has access to what.</summary>
internal static class OwnerOnly
{
    public static FileStream Create(string path) => Open(path, FileMode.Create);

    /// <summary>Opens a file for writing, alone, and makes it when it is not there.</summary>
    public static FileStream Open(string path, FileMode mode = FileMode.OpenOrCreate)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    // On Windows a folder inherits from its parent; the default place is below the user's own profile.
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
