namespace SentryAudit.Http;

/// <summary>An answer of Sentry that is not a success.</summary>
/// <param name="Status">The HTTP status code, 300 or above.</param>
/// <param name="Body">What its body says.</param>
internal sealed record ErrorAnswer(int Status, SentryErrorBody Body)
{
    /// <summary>The id of the request by a header; null without one.</summary>
    public string? RequestId { get; init; }

    /// <summary>What a header says of the end of the endpoint; null without one.</summary>
    public DeprecationNotice? Deprecation { get; init; }

    /// <summary>The host that a redirect leads to; null if it stays on the same host, or if there is none.</summary>
    public string? RedirectHost { get; init; }
}
