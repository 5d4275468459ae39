using System.Diagnostics;
using SentryAudit.Tests;

namespace SentryAudit.Suites;

/// <summary>What has to be there before the first test.</summary>
internal static class Preparation
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Builds the solution and restores PowerShell.</summary>
    /// <returns>What went wrong; null when all is there.</returns>
    public static async Task<string?> RunAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var restored = PinnedPowerShell.RestoreAsync(limit.Token);
        var said = new List<string>();
        string[] build = ["build", "SentryAudit.slnx", "--configuration", Place.Configuration, "--verbosity", "quiet"];
        var end = await ChildProcess.RunAsync(new ProcessStartInfo("dotnet", build), said.Add, limit.Token);
        if (end != 0)
        {
            var reason = end is null ? $"it did not end within {Limit.TotalMinutes} minutes" : "the errors are above";
            return $"{string.Join('\n', said)}\n'dotnet build' failed: {reason}.";
        }

        try
        {
            return await restored;
        }
        catch (OperationCanceledException)
        {
            return $"PowerShell was not restored: 'dotnet tool restore' did not end within {Limit.TotalMinutes} minutes.";
        }
    }
}
