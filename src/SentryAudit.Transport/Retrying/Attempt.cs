using SentryAudit.Http;

namespace SentryAudit.Transport.Retrying;

/// <summary>How one attempt ended, for the retry pipeline, which does not depend on the model.</summary>
internal abstract record Attempt(SentryRequest Request, AttemptFault? Fault);
