namespace SentryAudit;

/// <summary>The kind of a failure. The names are those of PowerShell's <c>ErrorCategory</c>.</summary>
public enum SentryErrorCategory
{
    /// <summary>No category fits.</summary>
    NotSpecified,

    /// <summary>A parameter or a request that Sentry does not accept (400).</summary>
    InvalidArgument,

    /// <summary>Input data that can't be used, for example a row of an earlier run.</summary>
    InvalidData,

    /// <summary>The token was refused (401).</summary>
    AuthenticationError,

    /// <summary>The token is valid but is not allowed to do this (403).</summary>
    PermissionDenied,

    /// <summary>There is no such object, or the token is not allowed to see it (404).</summary>
    ObjectNotFound,

    /// <summary>The object exists already (409).</summary>
    ResourceExists,

    /// <summary>A rate limit stayed exhausted (429).</summary>
    LimitsExceeded,

    /// <summary>Sentry could not answer (410 brown-out, 5xx).</summary>
    ResourceUnavailable,

    /// <summary>No answer within the time allowed.</summary>
    OperationTimeout,

    /// <summary>The host could not be reached: DNS, refused, TLS, reset.</summary>
    ConnectionError,

    /// <summary>An answer that is not what Sentry documents, for example truncated JSON, HTML or a missing Link header.</summary>
    InvalidResult,

    /// <summary>A file could not be written, since the disk is full, the folder is missing or the file is in use.</summary>
    WriteError,

    /// <summary>Refused for safety, for example to send a token to another host.</summary>
    SecurityError,

    /// <summary>This Sentry does not offer the function.</summary>
    NotImplemented,
}
