using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Issues, events, and the people events are about.</summary>
internal static class EventEndpoints
{
    public static readonly SentryEndpoint Issues = new("organizations/{org}/issues/", Region, "event:read");
    public static readonly SentryEndpoint Issue = new("organizations/{org}/issues/{issue}/", Region, "event:read");
    public static readonly SentryEndpoint SetIssue = new("organizations/{org}/issues/{issue}/", Region, "event:write");
    public static readonly SentryEndpoint IssueEvents = new("organizations/{org}/issues/{issue}/events/", Region, "event:read");
    public static readonly SentryEndpoint EventLocation = new("organizations/{org}/eventids/{event}/", Region, "org:read");
    public static readonly SentryEndpoint ProjectEvents = new("projects/{org}/{project}/events/", Region, "project:read");
    public static readonly SentryEndpoint ProjectEvent = new("projects/{org}/{project}/events/{event}/", Region, "project:read");
    public static readonly SentryEndpoint UserReports = new("projects/{org}/{project}/user-feedback/", Region, "project:read");

    /// <summary>Limited to 5 requests in 60 seconds for an organization.</summary>
    public static readonly SentryEndpoint ProjectUsers = new("projects/{org}/{project}/users/", Region, "project:read");
}
