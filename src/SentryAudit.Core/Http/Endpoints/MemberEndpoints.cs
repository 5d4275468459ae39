using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Members and requests to join. What is changed has a name of its own, since it takes another scope.</summary>
internal static class MemberEndpoints
{
    public static readonly SentryEndpoint Members = new("organizations/{org}/members/", Region, "member:read");
    public static readonly SentryEndpoint Member = new("organizations/{org}/members/{member}/", Region, "member:read");
    public static readonly SentryEndpoint SetMember = new("organizations/{org}/members/{member}/", Region, "member:admin");
    public static readonly SentryEndpoint RemoveMember = new("organizations/{org}/members/{member}/", Region, "member:admin");
    public static readonly SentryEndpoint InviteMember = new("organizations/{org}/members/", Region, "member:invite");
    public static readonly SentryEndpoint InviteAgain = new("organizations/{org}/members/{member}/", Region, "member:invite");
    public static readonly SentryEndpoint InviteRequests = new("organizations/{org}/invite-requests/", Region, "member:read");

    // Sentry asks for member:write, but lets only member:admin give the role that was asked for.
    public static readonly SentryEndpoint ApproveInviteRequest = new(
        "organizations/{org}/invite-requests/{request}/",
        Region,
        "member:admin");
    public static readonly SentryEndpoint DenyInviteRequest = new("organizations/{org}/invite-requests/{request}/", Region, "member:write");
}
