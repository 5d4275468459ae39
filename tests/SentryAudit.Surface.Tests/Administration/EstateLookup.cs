using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Objects of the sandbox by the keys that users give.</summary>
internal static class EstateLookup
{
    public static SandboxMember? MemberOf(SandboxOrganization organization, string email) =>
        organization.Members.FirstOrDefault(member => member.Email == email);

    public static SandboxTeam? TeamOf(SandboxOrganization organization, string slug) => organization.Teams.Find(team => team.Slug == slug);
}
