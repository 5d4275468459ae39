namespace SentryAudit.Requests;

/// <summary>A refusal of Sentry's that is recognised by its text.</summary>
/// <param name="Part">A part of Sentry's sentence.</param>
/// <param name="ErrorId">The id of our error for it.</param>
/// <param name="Category">The category of our error.</param>
/// <param name="Message">What the refusal means, as a sentence.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record KnownRefusal(string Part, string ErrorId, SentryErrorCategory Category, string Message, string Remedy);
