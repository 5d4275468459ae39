namespace SentryAudit;

/// <summary>What kind of failure an error is. The names are those of PowerShell's <c>ErrorCategory</c>.</summary>
public enum SentryErrorCategory
{
    /// <summary>No category fits.</summary>
    NotSpecified,

    /// <summary>A parameter or a request that Sentry does not accept (400).</summary>
    InvalidArgument,

    /// <summary>Input data, as a row of an earlier run, that can't be used.</summary>
    InvalidData,

    /// <summary>The token was refused (401).</summary>
    AuthenticationError,

    /// <summary>The token is valid but may not do this (403).</summary>
    PermissionDenied,

    /// <summary>There is no such thing, or the token may not see it (404).</summary>
    ObjectNotFound,

    /// <summary>It exists already (409).</summary>
    ResourceExists,

    /// <summary>A rate limit stayed exhausted (429).</summary>
    LimitsExceeded,

    /// <summary>Sentry could not answer (410 brown-out, 5xx).</summary>
    ResourceUnavailable,

    /// <summary>No answer within the time allowed.</summary>
    OperationTimeout,

    /// <summary>The host could not be reached: DNS, refused, TLS, reset.</summary>
    ConnectionError,

    /// <summary>An answer that is not what Sentry documents: truncated JSON, HTML, a missing Link header.</summary>
    InvalidResult,

    /// <summary>A file could not be written: no room, no folder, or in use.</summary>
    WriteError,

    /// <summary>Refused for safety, as sending a token to another host.</summary>
    SecurityError,

    /// <summary>This Sentry does not offer it.</summary>
    NotImplemented,
}
