namespace SentryAudit.Transport.Answers;

/// <summary>A body that is larger than this connection reads. The message says what there is too much of.</summary>
internal sealed class BodyTooLargeException(string measure) : Exception(measure);
