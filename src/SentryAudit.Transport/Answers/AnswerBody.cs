using System.Text.Json;
using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>The body of an answer that is not a success, or of one that could not be read.</summary>
/// <param name="Error">What the error body says.</param>
/// <param name="IsHtml">Whether it is a web page where JSON was expected.</param>
/// <param name="Fault">Why the body of a success could not be read; null otherwise.</param>
internal sealed record AnswerBody(SentryErrorBody Error, bool IsHtml = false, Exception? Fault = null)
{
    public static readonly AnswerBody Unread = new(SentryErrorBody.Empty);

    /// <summary>Whether the body was broken off. Whole JSON of another shape would be the same at the next attempt.</summary>
    public bool IsCutOff { get; init; } =
        !IsHtml && Fault is not (BodyTooLargeException or JsonException { InnerException: not JsonException });

    /// <summary>This, without a fault that quotes a secret.</summary>
    public AnswerBody Showable(SentSecrets secrets) => this with { Fault = secrets.Showable(Fault) };
}
