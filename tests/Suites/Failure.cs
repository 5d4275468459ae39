namespace SentryAudit.Suites;

/// <summary>A test that failed, and all that is known of why.</summary>
internal sealed record Failure(string Test, string Text);
