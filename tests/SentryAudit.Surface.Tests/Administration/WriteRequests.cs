using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Requests that change something.</summary>
internal static class WriteRequests
{
    public static LoggedRequest[] Writes(this RequestLog log) => [.. log.Where(request => request.Method is not ("GET" or "HEAD"))];
}
