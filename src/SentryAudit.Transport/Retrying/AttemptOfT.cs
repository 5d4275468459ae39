using SentryAudit.Http;

namespace SentryAudit.Transport.Retrying;

/// <summary>How one attempt ended.</summary>
/// <param name="Response">The answer; null if there is a fault.</param>
internal sealed record Attempt<T>(SentryRequest Request, SentryResponse<T>? Response, AttemptFault? Fault) : Attempt(Request, Fault);
