using SentryAudit.Http;

namespace SentryAudit.Transport.Retrying;

/// <summary>How one attempt ended, for the retry pipeline, which does not care about the model.</summary>
internal abstract record Attempt(SentryRequest Request, Setback? Setback);

/// <param name="Response">The answer; null when there is a setback.</param>
internal sealed record Attempt<T>(SentryRequest Request, SentryResponse<T>? Response, Setback? Setback) : Attempt(Request, Setback);
