namespace SentryAudit.Suites;

/// <summary>Collects results, and prints each as it comes: a line, and failures in full.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly Lock _lock = new();
    private readonly List<SuiteResult> _results = [];

    public IReadOnlyList<SuiteResult> Results => _results;

    public void Add(SuiteResult result)
    {
        lock (_lock)
        {
            _results.Add(result);
            output.WriteLine($"{result.Name,-20}{Counts(result),-36}{result.Seconds,5:N0} s");
            foreach (var failure in result.Failures)
            {
                output.WriteLine($"\n  FAILED {result.Name}: {failure.Test}");
                output.WriteLine($"    {failure.Text.TrimEnd().ReplaceLineEndings("\n    ")}");
            }

            if (result.Failures.Count > 0)
            {
                output.WriteLine();
            }
        }
    }

    private static string Counts(SuiteResult result)
    {
        var failed = result.Failures.Count > 0 ? $", {result.Failures.Count} FAILED" : "";
        var skipped = result.Skipped.Count > 0 ? $", {result.Skipped.Count} not run" : "";
        return $"{result.Passed} passed{failed}{skipped}";
    }
}
