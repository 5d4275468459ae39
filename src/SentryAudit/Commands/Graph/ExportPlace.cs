using System.Management.Automation;
using SentryAudit.Audits.Graph;

namespace SentryAudit.Commands.Graph;

/// <summary>Where an export goes, and whether it may.</summary>
internal static class ExportPlace
{
    /// <summary>The path in the file system that a path of the session means.</summary>
    /// <exception cref="SentryException">It is no path of the file system.</exception>
    public static string Resolve(SessionState? session, string path)
    {
        // The reference library has no session; tests give full paths.
        if (session?.Path is not { } paths)
        {
            return Path.GetFullPath(path);
        }

        try
        {
            var place = paths.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem"
                ? Path.GetFullPath(place)
                : throw NoFile(path, $"it is a path of the provider {provider.Name}");
        }
        catch (Exception error)
            when (error
                    is System.Management.Automation.DriveNotFoundException
                        or ProviderNotFoundException
                        or ProviderInvocationException
                        or NotSupportedException)
        {
            throw NoFile(path, error.Message);
        }
    }

    /// <exception cref="SentryException">Something stands there that may not be replaced, or there is no folder to write to.</exception>
    public static void Check(string place, SentryGraphFormat format, bool force, bool noClobber)
    {
        var (isFile, isFolder) = (File.Exists(place), Directory.Exists(place));
        if (GraphExport.IsFolder(format) ? isFile : isFolder)
        {
            throw NoFile(place, isFile ? "this format makes a folder, and a file has that name" : "it is a folder");
        }

        if (Path.GetDirectoryName(place) is { } parent && !Directory.Exists(parent))
        {
            throw GraphExport.NotWritten(place, $"there is no folder {parent}", SentryErrorCategory.ObjectNotFound);
        }

        if (noClobber && (isFile || isFolder))
        {
            throw GraphExport.NotWritten(
                place,
                "it exists, and -NoClobber was given",
                SentryErrorCategory.ResourceExists,
                "Choose another path, or leave -NoClobber out.");
        }

        if (isFile && !force && new FileInfo(place).IsReadOnly)
        {
            throw GraphExport.NotWritten(
                place,
                "it is read-only",
                SentryErrorCategory.PermissionDenied,
                "Use -Force to replace it all the same.");
        }

        // The folder is replaced whole: whatever else lies in it would be lost.
        if (
            isFolder
            && Directory
                .EnumerateFileSystemEntries(place)
                .Select(Path.GetFileName)
                .Except(Neo4jCsvWriter.FileNames, StringComparer.Ordinal)
                .FirstOrDefault()
                is { } other)
        {
            throw GraphExport.NotWritten(
                place,
                $"the folder holds {other}, which is no file of an earlier export",
                SentryErrorCategory.ResourceExists,
                "Choose an empty folder or a new one: a folder is replaced whole.");
        }
    }

    /// <summary>Takes the write protection off what is about to be replaced.</summary>
    public static void Clear(string place, bool force)
    {
        if (force && File.Exists(place) && new FileInfo(place) is { IsReadOnly: true } file)
        {
            file.IsReadOnly = false;
        }
    }

    /// <summary>A file as Get-Item gives it: with what PowerShell adds for its views.</summary>
    public static object Item(SessionState? session, string path) =>
        session?.InvokeProvider?.Item.Get([path], force: true, literalPath: true) is [var item, ..] ? item : new FileInfo(path);

    private static SentryException NoFile(string path, string reason) =>
        GraphExport.NotWritten(
            path,
            reason,
            SentryErrorCategory.InvalidArgument,
            "Choose another path: a file of the file system, or for Neo4jCsv a folder.");
}
