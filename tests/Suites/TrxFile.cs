using System.Xml.Linq;

namespace SentryAudit.Suites;

/// <summary>The file that <c>dotnet test</c> leaves of a project's tests.</summary>
internal static class TrxFile
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static SuiteResult Read(string suite, string path, TimeSpan time)
    {
        var results = XDocument.Load(path).Descendants(Trx + "UnitTestResult").ToLookup(Outcome, StringComparer.Ordinal);
        return new SuiteResult(
            suite,
            results["Passed"].Count(),
            [.. results.Where(group => group.Key is not ("Passed" or "NotExecuted")).SelectMany(group => group.Select(ToFailure))],
            [.. results["NotExecuted"].Select(result => new SkippedTest(Test(result), Message(result)))],
            time.TotalSeconds);
    }

    private static Failure ToFailure(XElement result) => new(Test(result), Why(result));

    private static string Test(XElement result) => result.Attribute("testName")!.Value;

    private static string Outcome(XElement result) => result.Attribute("outcome")?.Value ?? "unknown";

    private static string Message(XElement result) => result.Descendants(Trx + "Message").FirstOrDefault()?.Value ?? "it says no reason";

    // The message, where it was thrown, and what the test printed.
    private static string Why(XElement result) =>
        string.Join('\n', result.Descendants().Where(part => !part.HasElements).Select(part => part.Value.Trim()));
}
