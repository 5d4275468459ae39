using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace SentryAudit.Common.Files;

/// <summary>Files and folders that only their owner can read, since they hold tokens, or show who has access to what.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Creates a file in place of one that exists. A link is replaced, not followed.</summary>
    public static FileStream Create(string path)
    {
        File.Delete(path);
        return Open(path, FileMode.CreateNew, FileAccess.ReadWrite);
    }

    /// <summary>Creates a file that is deleted when it is closed.</summary>
    public static FileStream CreateScratch(string path) =>
        Open(path, FileMode.CreateNew, FileAccess.ReadWrite, FileOptions.DeleteOnClose);

    /// <summary>Opens a file, or creates it. Until it is closed, nobody else can open it.</summary>
    /// <exception cref="SentryException">It is a link.</exception>
    public static FileStream Open(string path)
    {
        UnsafePlace.RefuseLink(path);
        return Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
    }

    /// <exception cref="SentryException">The folder exists, and others may write to it.</exception>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            UnsafePlace.RefuseFolder(path);
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            new DirectoryInfo(path).Create(OfThisUser());
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    /// <summary>Writes a file whole or not at all: anyone who reads it meanwhile gets the old content.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = Open(draft, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Reads a file that another process may replace at the same time.</summary>
    public static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    /// <summary>Whether others than the owner can read a file, by its mode; false on Windows, which has no file modes.</summary>
    public static bool IsExposed(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerFolder) != UnixFileMode.None;

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileOptions behaviour = FileOptions.None)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = FileShare.None,
            Options = behaviour,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, options);
    }

    // On Windows, files inherit the permissions of their folder. Administrators and backup programs can read them by their privileges.
    [SupportedOSPlatform("windows")]
    private static DirectorySecurity OfThisUser()
    {
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        using var user = WindowsIdentity.GetCurrent();
        security.AddAccessRule(new FileSystemAccessRule(
            user.User!,
            FileSystemRights.FullControl,
            InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit,
            PropagationFlags.None,
            AccessControlType.Allow));
        return security;
    }
}
