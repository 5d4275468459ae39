using static SentryAudit.Api.SentrySilo;

namespace SentryAudit.Api;

/// <summary>One member, read and changed. What is changed has a name of its own, since it takes another scope.</summary>
internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint Member = new("organizations/{org}/members/{member}/", Region, "member:read");
    public static readonly SentryEndpoint SetMember = new("organizations/{org}/members/{member}/", Region, "member:admin");
    public static readonly SentryEndpoint RemoveMember = new("organizations/{org}/members/{member}/", Region, "member:admin");
}
