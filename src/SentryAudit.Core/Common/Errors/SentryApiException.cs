using SentryAudit.Common.Errors;

namespace SentryAudit;

/// <summary>A call to Sentry that failed, with what Sentry reported about it. Contains no token and no response body.</summary>
public sealed class SentryApiException : SentryException
{
    internal SentryApiException(string errorId, SentryErrorCategory category, string message, string remedy, Exception? inner = null)
        : base(errorId, category, message, remedy, inner)
    {
    }

    /// <summary>The same failure in other words.</summary>
    internal SentryApiException(SentryApiException fault, string message, string remedy)
        : base(fault.ErrorId, fault.Category, message, remedy, fault.InnerException)
    {
        (Status, Detail, Code, RequestId, Endpoint) = (fault.Status, fault.Detail, fault.Code, fault.RequestId, fault.Endpoint);
        (Subject, Host, RequiredScope) = (fault.Subject, fault.Host, fault.RequiredScope);
    }

    /// <summary>The HTTP status code; null if no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Sentry's own explanation; null if it gave none.</summary>
    public string? Detail { get; init; }

    /// <summary>Sentry's machine-readable code, for example <c>member-disabled-over-limit</c>; null if it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>Sentry's id of the server error or of the request, for its support; null if it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Method and path template of the call, for example <c>GET organizations/{org}/members/</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>What the call was about; null where its path names nothing.</summary>
    internal FaultSubject? Subject { get; init; }

    /// <summary>The host that answered; null if none did.</summary>
    internal Uri? Host { get; init; }

    /// <summary>The scopes of which the call needs one, for example <c>member:read</c>. Sentry does not report this itself.</summary>
    public StringList RequiredScope { get; init; } = StringList.Empty;
}
