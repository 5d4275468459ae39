using System.Diagnostics;

namespace SentryAudit.Tests;

/// <summary>PowerShell as the .NET tool that <c>.config/dotnet-tools.json</c> pins: there is one wherever there is the .NET SDK.</summary>
internal static class PinnedPowerShell
{
    private const string Manifest = ".config/dotnet-tools.json";

    /// <summary>The folder of the manifest, which is the repository's.</summary>
    public static string Folder => Find();

    /// <summary>The command line that runs a script without profile and questions.</summary>
    public static ProcessStartInfo Start(string script, params string[] arguments)
    {
        var start = Command(["tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", "-File", script, .. arguments]);
        // Nothing of this is for anybody else.
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }

    /// <summary>Brings the tool to this machine, from the package cache where it is there already.</summary>
    /// <returns>Why it could not be brought; null when it is there.</returns>
    public static async Task<string?> RestoreAsync(CancellationToken cancellationToken)
    {
        using var process = Process.Start(Command(["tool", "restore"]))!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? null
            : $"PowerShell could not be restored: {await output}{await errors}"
                + $"'dotnet tool restore' takes it from NuGet, in the version {Manifest} says; it needs the network once.";
    }

    private static ProcessStartInfo Command(IEnumerable<string> arguments) => new("dotnet", arguments)
    {
        WorkingDirectory = Folder,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Manifest)))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} has {Manifest}: build and run this in a clone of the repository.");
    }
}
