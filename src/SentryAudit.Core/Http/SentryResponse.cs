namespace SentryAudit.Http;

/// <summary>A successful answer, read into its model.</summary>
/// <param name="Status">The 2xx status code.</param>
/// <param name="Value">The body; default if the answer had none (204).</param>
/// <param name="Link">The parsed Link header; null if the answer had none.</param>
/// <param name="ReceivedAt">UTC time at which the body was complete.</param>
internal sealed record SentryResponse<T>(int Status, T? Value, LinkHeader? Link, DateTimeOffset ReceivedAt)
{
    /// <summary>How many items the whole list has (<c>X-Hits</c>); null where Sentry does not count them, or only up to a limit.</summary>
    public long? Total { get; init; }
}
