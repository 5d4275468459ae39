using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills the member list: an owner, one of each oddity an audit meets, ordinary people, and invitations at the end.</summary>
internal static class MemberSeeder
{
    public static void Seed(SandboxOrganization organization, SandboxOptions size, SandboxUser owner, Dice dice, IdSequence ids)
    {
        var invites = Math.Min(size.PendingInvites, Math.Max(0, size.Members - 1));
        for (var index = 0; index < size.Members - invites; index++)
        {
            var member = index == 0 ? OwnerRow(owner, ids) : Person(organization, index, dice, ids);
            if (index > 0 && index <= MemberOddities.All.Count)
            {
                MemberOddities.All[index - 1](member);
            }

            organization.Members.Add(member);
        }

        for (var index = 0; index < invites; index++)
        {
            organization.Members.Add(Invitation(organization, owner, index, dice, ids));
        }
    }

    private static string NextId(IdSequence ids) => ids.Next("member", 1001);

    private static SandboxMember OwnerRow(SandboxUser owner, IdSequence ids) => new()
    {
        Id = NextId(ids),
        Email = owner.Email,
        Name = owner.Name,
        User = owner,
        OrgRole = "owner",
        SsoLinked = true,
        DateCreated = owner.DateJoined,
    };

    private static SandboxMember Person(SandboxOrganization organization, int index, Dice dice, IdSequence ids)
    {
        var (first, last) = (dice.Pick(Vocabulary.FirstNames), dice.Pick(Vocabulary.LastNames));
        var email = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}{index}@{organization.Slug}.example").ToLowerInvariant();
        var joined = dice.DaysAgo(30, 2000);
        var user = new SandboxUser
        {
            Id = ids.Next("user", 280001),
            Name = $"{first} {last}",
            Email = email,
            Has2Fa = dice.Chance(70),
            DateJoined = joined,
            LastLogin = dice.Chance(85) ? dice.DaysAgo(0, 30) : dice.DaysAgo(90, 400),
        };
        user.LastActive = user.LastLogin;
        return new SandboxMember
        {
            Id = NextId(ids),
            Email = email,
            Name = user.Name,
            User = user,
            DateCreated = joined,
            SsoLinked = organization.HasAuthProvider,
            InviterName = "Ada Ackerman",
        };
    }

    /// <summary>Nobody has an account yet: no user, and the e-mail serves as name. The first one has expired.</summary>
    private static SandboxMember Invitation(SandboxOrganization organization, SandboxUser owner, int index, Dice dice, IdSequence ids)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"newcomer{index + 1}@{organization.Slug}.example");
        return new SandboxMember
        {
            Id = NextId(ids),
            Email = email,
            Name = email,
            Pending = true,
            Expired = index == 0,
            DateCreated = index == 0 ? dice.DaysAgo(40, 60) : dice.DaysAgo(1, 20),
            InviterName = owner.Name,
            InviterId = owner.Id,
        };
    }
}
