using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills the teams. The last team stays empty when there is more than one.</summary>
internal static class TeamSeeder
{
    public static void Seed(SandboxOrganization organization, SandboxOptions size, Dice dice, IdSequence ids)
    {
        for (var index = 0; index < size.Teams; index++)
        {
            var word = Vocabulary.Teams[index % Vocabulary.Teams.Length];
            var round = index / Vocabulary.Teams.Length;
            var slug = round == 0 ? word : string.Create(CultureInfo.InvariantCulture, $"{word}-{round + 1}");
            var team = new SandboxTeam
            {
                Id = ids.Next("team", 48501),
                Slug = slug,
                Name = char.ToUpperInvariant(slug[0]) + slug[1..],
                DateCreated = dice.DaysAgo(100, 2000),
                IdpProvisioned = index == 1,
            };
            organization.Teams.Add(team);
        }

        var inhabited = Math.Max(1, size.Teams - 1);
        for (var index = 0; index < organization.Members.Count && size.Teams > 0; index++)
        {
            Join(organization.Members[index], organization.Teams[index % inhabited], dice);
            if (inhabited > 1 && dice.Chance(25))
            {
                Join(organization.Members[index], organization.Teams[(index + 1) % inhabited], dice);
            }
        }
    }

    /// <summary>Managers and owners reach every team without joining: only some of them are on one.</summary>
    private static void Join(SandboxMember member, SandboxTeam team, Dice dice)
    {
        if (member.OrgRole is "billing" or "manager")
        {
            return;
        }

        var role = member.OrgRole is "owner" ? null : dice.Next(6) switch { 0 => "admin", 1 => null, _ => "contributor" };
        team.Memberships.Add(new SandboxTeamMembership(member, role));
    }
}
