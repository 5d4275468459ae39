using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace SentryAudit.Inventory;

/// <summary>Files and folders that only their owner can read: an inventory tells who has access to what.</summary>
internal static class OwnerOnly
{
    /// <summary>A new file, or an old one emptied.</summary>
    public static FileStream Create(string path) => Open(path, FileMode.Create, FileAccess.Write);

    /// <summary>A file to hold; nobody else can open it meanwhile.</summary>
    public static FileStream Open(string path) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);

    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            new DirectoryInfo(path).Create(OfThisUser());
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    // Files inherit from their folder there. Backup programs and administrators have rights of their own to read them.
    [SupportedOSPlatform("windows")]
    private static DirectorySecurity OfThisUser()
    {
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        using var user = WindowsIdentity.GetCurrent();
        security.AddAccessRule(new FileSystemAccessRule(
            user.User!, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        return security;
    }
}
