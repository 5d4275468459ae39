using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills the workflows: every logic, several projects, no project, disabled, and kinds of action no client knows.</summary>
internal static class WorkflowSeeder
{
    private static readonly string[] Logics = ["any-short", "any", "all", "none"];
    private static readonly int[] Frequencies = [30, 5, 60, 1440, 0, 180, 10, 720];

    private static readonly (string Type, string Comparison)[] Conditions =
    [
        ("first_seen_event", "true"), ("event_frequency_count", """{"interval":"1h","value":100}"""),
        ("issue_priority_greater_or_equal", "75"), ("regression_event", "true"),
    ];

    public static void Seed(SandboxOrganization organization, SandboxOptions size, Dice dice, IdSequence ids)
    {
        var teams = organization.Teams;
        for (var index = 0; index < size.AlertRules; index++)
        {
            var created = dice.DaysAgo(20, 160);
            var workflow = new SandboxWorkflow
            {
                Id = ids.Next("workflow", 9001),
                Name = string.Create(CultureInfo.InvariantCulture, $"Alert {index + 1}: {Conditions[index % Conditions.Length].Type}"),
                CreatedBy = index % 3 == 0 ? null : organization.Members.FirstOrDefault()?.User?.Id,
                DateCreated = created,
                DateUpdated = created.AddDays(1),
                LastTriggered = index % 4 == 1 ? null : dice.DaysAgo(0, 20),
                Enabled = index != 5,
                Environment = index % 3 == 2 ? "production" : null,
                Frequency = Frequencies[index % Frequencies.Length],
                Owner = teams.Count > 0 && index % 2 == 0 ? "team:" + teams[index % teams.Count].Id : null,
                Triggers = index == 7 ? null : Group(ids, Logics[index % Logics.Length], index),
            };
            Attach(workflow, organization, index);
            workflow.ActionFilters.Add(ActionGroup(organization, index, ids));
            if (index == 1)
            {
                // Sentry's JSON may hold an empty key: some clients cannot read one.
                workflow.MoreConfig[""] = "kept";
            }

            organization.Workflows.Add(workflow);
        }
    }

    /// <summary>The second watches three projects, the fourth watches nothing.</summary>
    private static void Attach(SandboxWorkflow workflow, SandboxOrganization organization, int index)
    {
        if (index == 3 || organization.Detectors.Count == 0)
        {
            return;
        }

        var built = organization.Detectors.Where(detector => detector.Type is "issue_stream").ToList();
        workflow.Detectors.AddRange(built.Skip(index % built.Count).Take(index == 1 ? 3 : 1));
        if (index == 2)
        {
            workflow.Detectors.AddRange(organization.Detectors.Where(detector => detector.Type is "metric_issue"));
        }
    }

    private static SandboxConditionGroup Group(IdSequence ids, string logic, int index)
    {
        var (type, comparison) = Conditions[index % Conditions.Length];
        var group = new SandboxConditionGroup(ids.Next("group", 501_000), logic);
        group.Conditions.Add(new SandboxCondition(ids.Next("condition", 701_000), type, comparison));
        return group;
    }

    private static SandboxConditionGroup ActionGroup(SandboxOrganization organization, int index, IdSequence ids)
    {
        var group = Group(ids, Logics[(index + 1) % Logics.Length], index + 1);
        var id = ids.Next("action", 801_000);
        group.Actions.Add((index % 5) switch
        {
            0 => new SandboxAction(id, "email", "team", organization.Teams.FirstOrDefault()?.Id, null),
            1 => new SandboxAction(id, "slack", "specific", "C0123456789", "#alerts", "2933"),
            2 => new SandboxAction(id, "email", "user", organization.Members.FirstOrDefault()?.User?.Id, null),
            3 => new SandboxAction(id, "carrier_pigeon", null, null, "Loft 7"),
            _ => new SandboxAction(id, "email", "issue_owners", null, null),
        });
        return group;
    }
}
