namespace SentryAudit.Sandbox.Seeding;

/// <summary>
/// Shows the same alerts as the older endpoints do: an issue rule for each workflow and project, a metric rule for each metric.
/// </summary>
internal static class LegacyAlertSeeder
{
    public static void Seed(SandboxOrganization organization, IdSequence ids)
    {
        foreach (var workflow in organization.Workflows)
        {
            var projects = workflow.Detectors.Where(detector => detector.Type is "issue_stream").Select(detector => detector.Project);
            foreach (var project in projects.OfType<SandboxProject>())
            {
                organization.IssueRules.Add(RuleOf(workflow, project, organization, ids));
            }
        }

        foreach (var detector in organization.Detectors.Where(detector => detector is { Metric: not null, Project: not null }))
        {
            organization.MetricRules.Add(new SandboxMetricRule
            {
                Id = ids.Next("metric-rule", 177_001),
                Name = detector.Name,
                Project = detector.Project!,
                Metric = detector.Metric!,
                Owner = detector.Owner is null ? null : $"{detector.Owner.Type}:{detector.Owner.Id}",
                DateCreated = detector.DateCreated,
                DateModified = detector.DateUpdated,
            });
        }
    }

    /// <summary>The rule's id is not the workflow's.</summary>
    private static SandboxIssueRule RuleOf(
        SandboxWorkflow workflow, SandboxProject project, SandboxOrganization organization, IdSequence ids) => new()
    {
        Id = ids.Next("issue-rule", 15_000_001),
        Name = workflow.Name,
        Project = project,
        Status = workflow.Enabled ? "active" : "disabled",
        ActionMatch = MatchOf(workflow.Triggers),
        FilterMatch = MatchOf(workflow.ActionFilters.FirstOrDefault()),
        Frequency = Math.Max(5, workflow.Frequency),
        Environment = workflow.Environment,
        Owner = workflow.Owner,
        CreatedBy = organization.Members.Find(member => member.User?.Id == workflow.CreatedBy && workflow.CreatedBy is not null)?.User,
        DateCreated = workflow.DateCreated,
        LastTriggered = workflow.LastTriggered,
    };

    /// <summary>The older endpoints know no short-circuit.</summary>
    private static string MatchOf(SandboxConditionGroup? group) => group?.LogicType switch
    {
        null => "all",
        "any-short" => "any",
        var logic => logic,
    };
}
