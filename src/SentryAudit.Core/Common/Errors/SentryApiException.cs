namespace SentryAudit;

/// <summary>A call to Sentry that failed, with whatever Sentry told about it. Contains no token and no response body.</summary>
public sealed class SentryApiException : SentryException
{
    internal SentryApiException(string errorId, SentryErrorCategory category, string message, string remedy, Exception? inner = null)
        : base(errorId, category, message, remedy, inner)
    {
    }

    /// <summary>The HTTP status code; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Sentry's own explanation; null when it gave none.</summary>
    public string? Detail { get; init; }

    /// <summary>Sentry's machine-readable code, as <c>member-disabled-over-limit</c>; null when it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>Sentry's id of a server error or of the request, to quote to its support; null when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Method and path template of the call, as <c>GET organizations/{org}/members/</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The scopes of which the call needs one, as <c>member:read</c>. Sentry does not say this itself.</summary>
    public StringList RequiredScope { get; init; } = StringList.Empty;
}
