namespace SentryAudit.Api;

/// <summary>A call that somebody wrote themselves.</summary>
internal sealed record ApiCall(HttpMethod Method, ApiPath Path)
{
    /// <summary>Query parameters beyond those of the path.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>JSON to send; null for none.</summary>
    public string? Body { get; init; }
}
