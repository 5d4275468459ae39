using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills requests for membership, and how people sign in.</summary>
internal static class RequestSeeder
{
    public static void Seed(SandboxOrganization organization, Dice dice, IdSequence ids)
    {
        organization.HiddenEnvironments.Add("scratch");
        if (organization.HasAuthProvider)
        {
            organization.AuthProvider =
                new SandboxAuthProvider("71", "okta", 2, organization.DefaultRole, RequireLink: true, ScimEnabled: true);
            organization.InviteRequests.Add(Request(organization, 1, "requested_to_be_invited", "Ada Ackerman", dice, ids));
            organization.InviteRequests.Add(Request(organization, 2, "requested_to_join", null, dice, ids));
        }

        if (organization.Members.Find(member => member is { OrgRole: "member", User.IsActive: true }) is { } member
            && organization.Teams is [.., var team])
        {
            organization.AccessRequests.Add(new SandboxAccessRequest("501", member, team, null));
            organization.AccessRequests.Add(new SandboxAccessRequest("502", member, organization.Teams[0], organization.Members[0].User));
        }
    }

    private static SandboxMember Request(
        SandboxOrganization organization, int number, string status, string? inviter, Dice dice, IdSequence ids)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"hopeful{number}@{organization.Slug}.example");
        return new SandboxMember
        {
            Id = ids.Next("request", 5_001),
            Email = email,
            Name = email,
            Pending = true,
            DateCreated = dice.DaysAgo(1, 30),
            InviteStatus = status,
            InviterName = inviter,
        };
    }
}
