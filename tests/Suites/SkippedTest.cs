namespace SentryAudit.Suites;

/// <summary>A test that was not run, and why.</summary>
internal sealed record SkippedTest(string Test, string Reason);
