namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>What came of a question.</summary>
/// <param name="Items">The objects given.</param>
/// <param name="Fault">What ended it; null for nothing.</param>
/// <param name="Asked">The requests it took, as keys of the corpus.</param>
internal sealed record Outcome(IReadOnlyList<object> Items, Exception? Fault, IReadOnlyList<string> Asked);
