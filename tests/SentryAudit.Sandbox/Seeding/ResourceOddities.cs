namespace SentryAudit.Sandbox.Seeding;

/// <summary>What an audit of keys, repositories and cron monitors trips over.</summary>
internal static class ResourceOddities
{
    public static void Seed(SandboxOrganization organization, Dice dice, IdSequence ids)
    {
        foreach (var (index, key) in organization.ProjectKeys.Index())
        {
            Spoil(key, index);
        }

        if (organization.Projects.Count > 1)
        {
            organization.Repositories.AddRange(Repositories(organization, dice, ids));
            organization.CronMonitors.AddRange(Monitors(organization, dice, ids));
        }
    }

    private static void Spoil(SandboxProjectKey key, int index)
    {
        switch (index)
        {
            case 3:
                (key.RateLimitWindow, key.RateLimitCount) = (60, 300);
                break;
            case 4:
                key.Name = "<b>Key</b> \u001b[31mred";
                break;
            case 5:
                key.DateCreated = null;
                break;
            default:
                break;
        }
    }

    private static IEnumerable<SandboxRepository> Repositories(SandboxOrganization organization, Dice dice, IdSequence ids) =>
        from status in new[] { "hidden", "pending_deletion", "deletion_in_progress" }
        select new SandboxRepository
        {
            Id = ids.Next("repository", 3001),
            Name = $"{organization.Slug}/{status.Replace('_', '-')}",
            Url = status is "hidden" ? null : $"https://gitlab.example/{organization.Slug}/{status}",
            Status = status,
            ProviderId = "integrations:gitlab",
            ProviderName = "GitLab",
            DateCreated = dice.DaysAgo(60, 1400),
        };

    private static IEnumerable<SandboxCronMonitor> Monitors(SandboxOrganization organization, Dice dice, IdSequence ids)
    {
        var failing = Monitor("nightly-import", organization, dice, ids);
        (failing.EveryHours, failing.EnvironmentStatus, failing.MaxRuntime) = (2, "error", 30);
        failing.Environments.Add("staging");
        yield return failing;

        var silent = Monitor("never-ran", organization, dice, ids);
        (silent.EnvironmentStatus, silent.CheckInMargin, silent.TimeZone) = ("active", null, null);
        yield return silent;

        var off = Monitor("switched-off", organization, dice, ids);
        (off.Status, off.IsMuted) = ("disabled", true);
        off.Environments.Clear();
        yield return off;
    }

    private static SandboxCronMonitor Monitor(string slug, SandboxOrganization organization, Dice dice, IdSequence ids) => new()
    {
        Id = ids.Next("cron", 61_001),
        Slug = slug,
        Name = slug.Replace('-', ' '),
        Project = organization.Projects[^1],
        DateCreated = dice.DaysAgo(30, 300),
    };
}
