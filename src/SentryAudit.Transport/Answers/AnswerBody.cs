using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>The body of an answer that is not a success, or of one that could not be read.</summary>
/// <param name="Error">What the error body says.</param>
/// <param name="IsHtml">Whether it is a web page where JSON was expected.</param>
/// <param name="Fault">Why the body of a success could not be read; null otherwise.</param>
internal sealed record AnswerBody(SentryErrorBody Error, bool IsHtml = false, Exception? Fault = null)
{
    public static readonly AnswerBody Unread = new(SentryErrorBody.Empty);
}
