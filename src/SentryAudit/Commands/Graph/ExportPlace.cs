using System.Management.Automation;
using SentryAudit.Audits.Graph;

namespace SentryAudit.Commands.Graph;

/// <summary>Finds the place where an export is written, and checks that it may be written there.</summary>
internal static class ExportPlace
{
    /// <summary>The full path in the file system of a path given by the user.</summary>
    /// <exception cref="SentryException">The path does not lead to the file system.</exception>
    public static string Resolve(SessionState session, string path)
    {
        try
        {
            var place = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem"
                ? Path.GetFullPath(place)
                : throw NoFile(path, $"it is a path of the PowerShell provider {provider.Name}, not of the file system");
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

    /// <exception cref="SentryException">Something exists there that must not be replaced, or there is no folder to write to.</exception>
    public static void Check(string place, SentryGraphFormat format, bool force, bool noClobber)
    {
        var (isFile, isFolder) = (File.Exists(place), Directory.Exists(place));
        if (GraphExport.IsFolder(format) ? isFile : isFolder)
        {
            throw NoFile(
                place,
                isFile ? "this format is written as a folder, and there is a file of that name" : "there is a folder of that name");
        }

        if (Path.GetDirectoryName(place) is { } parent && !Directory.Exists(parent))
        {
            throw GraphExport.NotWritten(place, $"the folder {parent} does not exist", SentryErrorCategory.ObjectNotFound);
        }

        CheckReplacing(place, isFile, isFolder, force, noClobber);
    }

    private static void CheckReplacing(string place, bool isFile, bool isFolder, bool force, bool noClobber)
    {
        if (noClobber && (isFile || isFolder))
        {
            throw GraphExport.NotWritten(
                place,
                "it exists already, and -NoClobber was given",
                SentryErrorCategory.ResourceExists,
                "Choose another path, or leave out -NoClobber.");
        }

        if (isFile && !force && new FileInfo(place).IsReadOnly)
        {
            throw GraphExport.NotWritten(
                place,
                "it is read-only",
                SentryErrorCategory.PermissionDenied,
                "Use -Force to replace it.");
        }

        if (isFolder && FindForeignFile(place) is { } foreign)
        {
            throw GraphExport.NotWritten(
                place,
                $"the folder contains {foreign}, which does not come from an earlier export",
                SentryErrorCategory.ResourceExists,
                "Choose an empty or a new folder. The export replaces everything in it.");
        }
    }

    /// <summary>The error when organizations could not be read whole, or there were none.</summary>
    public static SentryException NotComplete(string place, bool isIncomplete) =>
        GraphExport.NotWritten(
            place,
            isIncomplete
                ? "not everything could be read, and an incomplete graph would look like the whole"
                : "there is no organization to export",
            SentryErrorCategory.InvalidResult,
            "Remove the cause and run the export again, or leave out what can't be read with -Exclude. "
                + "What was there before has not changed.");

    /// <summary>Removes the write protection of a file that is about to be replaced.</summary>
    public static void Clear(string place, bool force)
    {
        if (force && File.Exists(place) && new FileInfo(place) is { IsReadOnly: true } file)
        {
            file.IsReadOnly = false;
        }
    }

    /// <summary>The file as Get-Item gives it, with the properties that PowerShell adds for its views.</summary>
    public static object Item(SessionState session, string path) =>
        session.InvokeProvider.Item.Get([path], force: true, literalPath: true)[0];

    // The whole folder is replaced, so any other file in it would be lost.
    private static string? FindForeignFile(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Select(Path.GetFileName)
            .Except(Neo4jCsvWriter.FileNames, StringComparer.Ordinal)
            .FirstOrDefault();

    private static SentryException NoFile(string path, string reason) =>
        GraphExport.NotWritten(
            path,
            reason,
            SentryErrorCategory.InvalidArgument,
            "Choose the path of a file, or of a folder for Neo4jCsv.");
}
