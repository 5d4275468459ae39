namespace SentryAudit.Sandbox;

/// <summary>A request the sandbox saw.</summary>
public sealed record LoggedRequest
{
    /// <summary>1 for the first request of the server; goes on counting after a clear.</summary>
    public required long Sequence { get; init; }

    public required string Method { get; init; }

    /// <summary>Decoded path, such as <c>/api/0/organizations/acme/members/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Path and query exactly as sent.</summary>
    public required string RawTarget { get; init; }

    /// <summary>Query string with its question mark, as sent; empty when there is none.</summary>
    public required string Query { get; init; }

    /// <summary>The Host header.</summary>
    public required string Host { get; init; }

    /// <summary>The port the request arrived on.</summary>
    public required int Port { get; init; }

    /// <summary>The endpoint's template, such as <c>organizations/{org}/members/</c>; null when there is none.</summary>
    public required string? Endpoint { get; init; }

    /// <summary>What was sent to be written; empty when nothing was.</summary>
    public required string Body { get; init; }

    /// <summary>Header names ignore case; several values of one name are joined with commas. Authorization is kept.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The status answered; 0 while there is none, and when the connection was cut instead.</summary>
    public int Status { get; internal set; }

    /// <summary>Why the sandbox itself broke down over this request, which was then answered 500; null when all went well.</summary>
    public Exception? Failure { get; internal set; }
}
