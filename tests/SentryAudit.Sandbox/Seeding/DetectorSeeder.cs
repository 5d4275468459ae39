namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills the detectors: each project's two built-in ones, and one of each other type.</summary>
internal static class DetectorSeeder
{
    public static void Seed(SandboxOrganization organization, SandboxOptions size, Dice dice, IdSequence ids)
    {
        foreach (var project in organization.Projects)
        {
            Add(organization, "error", "Error Monitor", project, dice, ids);
            Add(organization, "issue_stream", "Issue Stream", project, dice, ids);
        }

        if (organization.Projects.Count == 0 || size.AlertRules == 0)
        {
            return;
        }

        var busiest = organization.Projects[0];
        Add(organization, "metric_issue", "Too many errors", busiest, dice, ids).Metric =
            new SandboxMetric("count()", "", "events", 3600, "production", 100);
        Add(organization, "metric_issue", "Slow checkout", organization.Projects[^1], dice, ids).Metric =
            new SandboxMetric("p95(transaction.duration)", "transaction:/checkout", "transactions", 300, null, 2500.5);
        Add(organization, "uptime_domain_failure", "Uptime of www", busiest, dice, ids);
        Add(organization, "monitor_check_in_failure", "Nightly backup", busiest, dice, ids).Enabled = false;
        // A type no client knows yet: Sentry adds one every few months.
        Add(organization, "preprod_size_analysis", "App size", busiest, dice, ids).Description = "Watches the size of the mobile app.";
    }

    private static SandboxDetector Add(
        SandboxOrganization organization, string type, string name, SandboxProject project, Dice dice, IdSequence ids)
    {
        var owner = project.Teams.FirstOrDefault();
        var created = dice.DaysAgo(20, 170);
        var detector = new SandboxDetector
        {
            Id = ids.Next("detector", 301_000),
            Name = name,
            Type = type,
            Project = project,
            Owner = owner is null ? null : new SandboxOwner("team", owner.Id, owner.Slug),
            CreatedBy = type is "error" or "issue_stream" ? null : organization.Members.FirstOrDefault()?.User?.Id,
            DateCreated = created,
            DateUpdated = created.AddDays(5),
        };
        organization.Detectors.Add(detector);
        return detector;
    }
}
