using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills what is left: client keys, repositories, cron monitors.</summary>
internal static class ResourceSeeder
{
    public static void Seed(SandboxOrganization organization, Dice dice, IdSequence ids)
    {
        foreach (var (index, project) in organization.Projects.Index())
        {
            organization.ProjectKeys.Add(Key(project, "Default", dice));
            if (index % 3 == 1)
            {
                var old = Key(project, "Old loader", dice);
                (old.IsActive, old.RateLimitWindow, old.RateLimitCount) = (false, 3600, 1000);
                organization.ProjectKeys.Add(old);
            }

            organization.Repositories.Add(Repository(organization, project, index, dice, ids));
        }

        foreach (var project in organization.Projects.Take(2))
        {
            organization.CronMonitors.Add(new SandboxCronMonitor
            {
                Id = ids.Next("cron", 61_001),
                Slug = project.Slug + "-backup",
                Name = project.Name + " backup",
                Project = project,
                DateCreated = dice.DaysAgo(30, 300),
                Owner = project.Teams.FirstOrDefault() is { } team ? new SandboxOwner("team", team.Id, team.Slug) : null,
            });
        }
    }

    private static SandboxProjectKey Key(SandboxProject project, string name, Dice dice) => new()
    {
        Public = dice.Hex(32),
        Secret = dice.Hex(32),
        Project = project,
        Name = name,
        DateCreated = project.DateCreated,
    };

    private static SandboxRepository Repository(
        SandboxOrganization organization, SandboxProject project, int index, Dice dice, IdSequence ids) => new()
        {
            Id = ids.Next("repository", 3001),
            Name = $"{organization.Slug}/{project.Slug}",
            Url = $"https://github.example/{organization.Slug}/{project.Slug}",
            // One was disconnected, one was added by hand and belongs to no integration.
            Status = index == 4 ? "disabled" : "active",
            ProviderId = index == 3 ? "unknown" : "integrations:github",
            ProviderName = index == 3 ? "Unknown Provider" : "GitHub",
            IntegrationId = index == 3 ? null : "2933",
            ExternalId = (873 + index).ToString(CultureInfo.InvariantCulture),
            DateCreated = dice.DaysAgo(60, 1400),
        };
}
