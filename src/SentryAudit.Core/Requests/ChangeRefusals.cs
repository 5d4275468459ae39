namespace SentryAudit.Requests;

/// <summary>Explains why Sentry refused a change. Sentry gives no codes for this, so a refusal is recognised by its text.</summary>
internal static class ChangeRefusals
{
    public static bool IsKnown(SentryApiException refusal) => Find(refusal) is not null;

    /// <summary>A known refusal, in words that say what to do.</summary>
    /// <param name="refusal">Sentry's refusal, of which <see cref="IsKnown"/> is true.</param>
    /// <param name="change">The change that was refused, for example <c>Inviting ada@acme.example</c>.</param>
    public static SentryException Explain(SentryApiException refusal, string change)
    {
        var reason = Find(refusal)!;
        return new SentryException(reason.ErrorId, reason.Category, $"{change} was refused. {reason.Message}", reason.Remedy, refusal);
    }

    /// <summary>A refusal in Sentry's own words, with the change that was refused, since Sentry's words rarely name it.</summary>
    public static SentryApiException Name(SentryApiException refusal, string change) =>
        new(refusal.ErrorId, refusal.Category, $"{change} was refused. {refusal.Message}", refusal.RecommendedAction, refusal)
        {
            Status = refusal.Status,
            Detail = refusal.Detail,
            Code = refusal.Code,
            RequestId = refusal.RequestId,
            Endpoint = refusal.Endpoint,
            Subject = refusal.Subject,
            Host = refusal.Host,
            RequiredScope = refusal.RequiredScope,
        };

    private static KnownRefusal? Find(SentryApiException refusal) =>
        refusal is { Status: 400 or 403 or 409 or 429, Detail: { } detail }
            ? Array.Find(KnownRefusals.All, candidate => detail.Contains(candidate.Part, StringComparison.OrdinalIgnoreCase))
            : null;
}
