using System.Diagnostics;

namespace SentryAudit.Suites;

/// <summary>A project of xunit tests, built.</summary>
internal sealed class TestAssembly(string project)
{
    private const string Prefix = "SentryAudit.";
    private const int LinesShown = 40;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>All of them, those with most source first: a fair guess at which takes longest.</summary>
    public static IReadOnlyList<TestAssembly> All { get; } =
    [
        .. Directory.GetDirectories(Place.Of("tests"), Prefix + "*.Tests")
            .OrderByDescending(CountFiles)
            .Select(folder => new TestAssembly(Path.GetFileName(folder))),
    ];

    public string Name { get; } = project[Prefix.Length..];

    public async Task<SuiteResult> RunAsync()
    {
        var trx = Path.Combine(Place.Results, $"{Name}.trx");
        Directory.CreateDirectory(Place.Results);
        File.Delete(trx);
        var assembly = Place.Of("tests", project, "bin", Place.Configuration, "net10.0", $"{project}.dll");
        var said = new List<string>();
        var watch = Stopwatch.StartNew();
        using var limit = new CancellationTokenSource(Limit);
        var test = new ProcessStartInfo("dotnet", ["test", assembly, "--logger", $"trx;LogFileName={trx}"]);
        var end = await ChildProcess.RunAsync(test, said.Add, limit.Token);
        var time = watch.Elapsed;
        if (end is null)
        {
            return Broken($"It did not end within {Limit.TotalMinutes} minutes, and was ended.");
        }

        if (!File.Exists(trx))
        {
            return Broken($"It ended with {end} and left no results.");
        }

        var result = TrxFile.Read(Name, trx, time);
        var isWhole = end == 0 || result.Failures.Count > 0;
        return isWhole && result.Passed + result.Failures.Count + result.Skipped.Count > 0
            ? result
            : result with { Failures = Broken($"It ended with {end} after {result.Passed} tests that passed.").Failures };

        SuiteResult Broken(string reason) => SuiteResult.Broken(Name, reason, said.TakeLast(LinesShown), time);
    }

    private static int CountFiles(string folder) => Directory.GetFiles(folder, "*Tests.cs", SearchOption.AllDirectories).Length;
}
