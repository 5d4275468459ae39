namespace SentryAudit.Suites;

/// <summary>What came of a suite: of a test project, or of a Pester file.</summary>
/// <param name="Failures">Tests that failed; a suite that broke off counts as one more.</param>
/// <param name="Skipped">Tests that were not run.</param>
internal sealed record SuiteResult(
    string Name, int Passed, IReadOnlyList<Failure> Failures, IReadOnlyList<SkippedTest> Skipped, double Seconds)
{
    public bool IsPester { get; init; }

    /// <summary>The result of a suite that did not come to its end.</summary>
    /// <param name="lastLines">What it printed last.</param>
    public static SuiteResult Broken(string name, string reason, IEnumerable<string> lastLines, TimeSpan time) =>
        new(name, 0, [new Failure("the suite itself", $"{reason}\n{string.Join('\n', lastLines)}")], [], time.TotalSeconds);
}
