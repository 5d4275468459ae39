namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>A question, and what comes of it when nothing is wrong.</summary>
internal sealed record Case(Corpus Corpus, Question Question, Outcome Healthy);
