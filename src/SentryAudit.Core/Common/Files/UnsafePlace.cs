namespace SentryAudit.Common.Files;

/// <summary>Refuses files and folders that somebody else can exchange: what is written or read there could be theirs.</summary>
internal static class UnsafePlace
{
    private const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Why a folder is not safe; null if it is, if it does not exist, and on Windows, which has no file modes.</summary>
    public static SentryException? FindFault(string folder) =>
        !OperatingSystem.IsWindows()
        && Directory.Exists(folder)
        && File.GetUnixFileMode(folder) is var mode
        && (mode & OthersMayWrite) is not UnixFileMode.None
            ? new SentryException(
                "SentryFolderExposed",
                SentryErrorCategory.SecurityError,
                $"Others may write to the folder {folder} (mode {Convert.ToString((int)mode, 8)}), so nothing in it can be trusted.",
                $"If it should be yours alone, run: chmod go-w {Quote(folder)}")
            : null;

    /// <exception cref="SentryException">Others than the owner may write to the folder.</exception>
    public static void RefuseFolder(string path)
    {
        if (FindFault(path) is { } fault)
        {
            throw fault;
        }
    }

    /// <exception cref="SentryException">The path is a link, wherever it leads.</exception>
    public static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new SentryException(
                "SentryFileIsLink",
                SentryErrorCategory.SecurityError,
                $"{path} is a link, and was not followed.",
                "Look who made it, and remove it: this module makes no links.");
        }
    }

    // As a shell reads it.
    private static string Quote(string path) => $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
