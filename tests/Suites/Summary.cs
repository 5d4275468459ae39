namespace SentryAudit.Suites;

/// <summary>The end of a run: a line a suite, what was not run and why, the counts.</summary>
internal static class Summary
{
    /// <summary>Writes it.</summary>
    /// <returns>Whether tests ran, and none failed.</returns>
    public static bool Write(TextWriter output, IReadOnlyList<SuiteResult> results, Arguments arguments, TimeSpan time)
    {
        var (pester, projects) = (results.Where(result => result.IsPester).ToArray(), results.Where(result => !result.IsPester));
        output.WriteLine($"\n{"Suite",-20}{"passed",8}{"failed",8}{"not run",9}{"seconds",9}");
        foreach (var suite in projects.OrderBy(result => result.Name, StringComparer.Ordinal))
        {
            WriteLine(output, suite.Name, [suite]);
        }

        if (pester.Length > 0)
        {
            WriteLine(output, $"Pester, {pester.Length} files", pester);
        }

        WriteFailed(output, results);
        WriteNotRun(output, results, arguments);
        var (passed, failed, skipped) = Count(results);
        output.WriteLine($"\nThe whole run took {time.TotalSeconds:N0} s.");
        if (passed + failed == 0)
        {
            output.WriteLine("No test ran.");
        }

        output.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
        return failed == 0 && passed > 0;
    }

    private static void WriteLine(TextWriter output, string name, IReadOnlyCollection<SuiteResult> results)
    {
        var (passed, failed, skipped) = Count(results);
        output.WriteLine($"{name,-20}{passed,8}{failed,8}{skipped,9}{results.Sum(result => result.Seconds),9:N0}");
    }

    private static void WriteFailed(TextWriter output, IReadOnlyList<SuiteResult> results)
    {
        if (results.Any(result => result.Failures.Count > 0))
        {
            output.WriteLine("\nFailed, and shown in full above:");
        }

        foreach (var result in results)
        {
            foreach (var failure in result.Failures)
            {
                output.WriteLine($"  {result.Name}: {failure.Test}");
            }
        }
    }

    private static void WriteNotRun(TextWriter output, IReadOnlyList<SuiteResult> results, Arguments arguments)
    {
        if (results.Any(result => result.Skipped.Count > 0) || arguments.PowerShell is null)
        {
            output.WriteLine("\nNot run:");
        }

        foreach (var result in results.OrderBy(result => result.Name, StringComparer.Ordinal))
        {
            foreach (var group in result.Skipped.GroupBy(test => test.Reason, StringComparer.Ordinal))
            {
                output.WriteLine($"  {(result.IsPester ? "Pester " : "")}{result.Name}, {group.Count()} tests: {group.Key}");
            }
        }

        if (arguments.PowerShell is null)
        {
            output.WriteLine($"  Pester in another PowerShell than the pinned one: name one with {Arguments.PowerShellOption} PATH.");
        }
    }

    private static (int Passed, int Failed, int Skipped) Count(IReadOnlyCollection<SuiteResult> results) =>
        (results.Sum(result => result.Passed), results.Sum(result => result.Failures.Count), results.Sum(result => result.Skipped.Count));
}
