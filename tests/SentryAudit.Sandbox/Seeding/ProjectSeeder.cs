using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>
/// Fills the projects: with one team, with several, with none; with and without a platform; some that never got an event.
/// </summary>
internal static class ProjectSeeder
{
    /// <summary>Ids as sentry.io hands them out today: far beyond 32 bits.</summary>
    private const long First = 4505281256090153;

    /// <summary>Beyond what a double holds exactly, for clients that read ids as numbers.</summary>
    private const long BeyondDouble = 9100000000000000007;

    public static void Seed(SandboxOrganization organization, SandboxOptions size, Dice dice, IdSequence ids)
    {
        organization.Environments.AddRange(Vocabulary.Environments);
        for (var index = 0; index < size.Projects; index++)
        {
            var (word, platform) = Vocabulary.Projects[index % Vocabulary.Projects.Length];
            var round = index / Vocabulary.Projects.Length;
            var slug = round == 0 ? word : string.Create(CultureInfo.InvariantCulture, $"{word}-{round + 1}");
            var created = dice.DaysAgo(100, 1500);
            var project = new SandboxProject
            {
                Id = index == 3 ? BeyondDouble : ids.NextNumber("project", First),
                Slug = slug,
                Name = char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' '),
                Platform = platform,
                DateCreated = created,
                FirstEvent = index % 5 == 4 ? null : created.AddHours(3),
                FirstTransactionEvent = index % 3 == 0,
            };
            project.Environments.AddRange(Vocabulary.Environments.Take(1 + (index % Vocabulary.Environments.Length)));
            GiveTeams(project, organization, index);
            organization.Projects.Add(project);
        }
    }

    private static void GiveTeams(SandboxProject project, SandboxOrganization organization, int index)
    {
        // Every sixth project belongs to nobody, every fourth to two teams.
        if (organization.Teams.Count == 0 || index % 6 == 5)
        {
            return;
        }

        project.Teams.Add(organization.Teams[index % organization.Teams.Count]);
        if (index % 4 == 1 && organization.Teams.Count > 1)
        {
            project.Teams.Add(organization.Teams[(index + 1) % organization.Teams.Count]);
        }
    }
}
