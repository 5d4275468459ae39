using System.Diagnostics;
using System.Text.Json;
using SentryAudit.Tests;

namespace SentryAudit.Suites;

/// <summary>A PowerShell that runs Pester files until none is left; a new one follows where it is ended or crashes.</summary>
internal sealed class PesterWorker(PesterFiles files, string? powerShell, Report report)
{
    private const string FileStarts = "::file ";
    private const string FileEnds = "::result ";
    private const int LinesShown = 40;
    private static readonly TimeSpan FileLimit = TimeSpan.FromMinutes(5);

    public async Task RunAsync()
    {
        while (files.Left > 0 && await RunProcessAsync())
        {
        }
    }

    /// <summary>Runs one PowerShell to its end.</summary>
    /// <returns>Whether another one makes sense for the files that are left.</returns>
    private async Task<bool> RunProcessAsync()
    {
        string? file = null;
        var said = new List<string>();
        var watch = Stopwatch.StartNew();
        using var limit = new CancellationTokenSource(FileLimit);
        var end = await ChildProcess.RunAsync(Start(), Hear, limit.Token);
        if (file is null && end == 0)
        {
            return true;
        }

        var reason = end is null
            ? $"It did not end within its {FileLimit.TotalMinutes} minutes, and PowerShell was ended."
            : $"PowerShell ended with {end} in the middle of it.";
        reason += file is null ? $" No file was running; {files.Left} were not run." : "";
        report.Add(SuiteResult.Broken(file ?? "Pester", reason, said.TakeLast(LinesShown), watch.Elapsed) with { IsPester = true });
        return file is not null;

        void Hear(string line)
        {
            if (line.StartsWith(FileStarts, StringComparison.Ordinal))
            {
                file = line[FileStarts.Length..];
                said.Clear();
                watch.Restart();
                limit.CancelAfter(FileLimit);
            }
            else if (line.StartsWith(FileEnds, StringComparison.Ordinal))
            {
                report.Add(Read(line[FileEnds.Length..]) with { IsPester = true });
                file = null;
            }
            else
            {
                said.Add(line);
            }
        }
    }

    private static SuiteResult Read(string json) => JsonSerializer.Deserialize<SuiteResult>(json, JsonSerializerOptions.Web)!;

    private ProcessStartInfo Start()
    {
        var script = Place.Of("tests", "Pester", "Invoke-Files.ps1");
        string[] arguments = ["-Pester", Path.Combine(AppContext.BaseDirectory, "Pester"), "-Folder", files.Folder];
        return powerShell is null
            ? PinnedPowerShell.Start(script, arguments)
            : new ProcessStartInfo(powerShell, ["-NoProfile", "-NonInteractive", "-File", script, .. arguments]);
    }
}
