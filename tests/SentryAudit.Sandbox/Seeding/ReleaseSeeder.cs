using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills the releases, newest first. Shares what it can between rows: there may be hundreds of thousands.</summary>
internal static class ReleaseSeeder
{
    public static void Seed(SandboxOrganization organization, SandboxOptions size, Dice dice, IdSequence ids)
    {
        if (organization.Projects.Count == 0)
        {
            return;
        }

        var alone = organization.Projects.ConvertAll(project => (IReadOnlyList<SandboxProject>)[project]);
        IReadOnlyList<SandboxProject> pair = [.. organization.Projects.Take(2)];
        IReadOnlyList<SandboxUser> author = organization.Members[0].User is { } owner ? [owner] : [];
        var step = TimeSpan.FromDays(700) / Math.Max(1, size.Releases);
        // Less than a step, so that the order stays.
        var jitter = (int)Math.Clamp(step.Ticks / 2, 1, int.MaxValue);
        organization.Releases.Capacity = size.Releases;
        for (var index = 0; index < size.Releases; index++)
        {
            var project = index % organization.Projects.Count;
            var created = dice.Now.AddDays(-1).AddTicks(-((step.Ticks * index) + dice.Next(jitter)) / 10 * 10);
            var release = new SandboxRelease
            {
                Id = ids.NextNumber("release", 1_500_000_000),
                Version = Version(organization.Projects[project].Slug, size.Releases - index, dice),
                // Every tenth is archived, the newest two never.
                Status = index % 10 == 4 ? "archived" : "open",
                DateCreated = created,
                DateReleased = index % 7 == 3 ? null : created.AddMinutes(30),
                FirstEvent = index % 4 == 3 ? null : created.AddHours(1),
                LastEvent = index % 4 == 3 ? null : created.AddDays(1),
                NewGroups = dice.Next(9),
                CommitCount = dice.Next(40),
                Projects = index % 8 == 2 ? pair : alone[project],
                Authors = index % 3 == 0 ? author : [],
                Deploys = index % 3 == 1 ? [] : Deploys(created, index),
                Environments = Vocabulary.Environments[..(1 + (index % 2))],
            };
            organization.Releases.Add(release);
            organization.Projects[project].LatestRelease ??= release.Version;
        }
    }

    /// <summary>With a package and a build, with a package, or a bare commit hash.</summary>
    private static string Version(string package, int number, Dice dice) => (number % 4) switch
    {
        0 => dice.Hex(40),
        1 => string.Create(CultureInfo.InvariantCulture, $"{package}@{number / 100}.{number / 10 % 10}.{number % 10}+{number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{package}@{number / 100}.{number / 10 % 10}.{number % 10}"),
    };

    private static SandboxDeploy[] Deploys(DateTimeOffset created, int index)
    {
        var id = 700_000 + (index * 2);
        var staging = Deploy(id, "staging", created.AddMinutes(10), index);
        return index % 2 == 0 ? [Deploy(id + 1, "production", created.AddMinutes(40), index), staging] : [staging];
    }

    /// <summary>Some have a name and an address, and of some nobody said when they began.</summary>
    private static SandboxDeploy Deploy(int id, string environment, DateTimeOffset finished, int index) => new(
        id.ToString(CultureInfo.InvariantCulture),
        environment,
        index % 5 == 3 ? null : finished.AddMinutes(-3),
        finished,
        index % 6 == 2 ? "rollout of " + environment : null,
        index % 6 == 2 ? "https://deploy.example/" + environment : null);
}
