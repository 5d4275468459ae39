using SentryAudit.Api.Stats;
using SentryAudit.Commands.Stats;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Stats;

public sealed class UsageTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private const string Summary = "organizations/{org}/stats-summary/";

    [Fact]
    public void Usage_agrees_with_the_counts()
    {
        var counts = new GetSentryEventCountCommand
        {
            Connection = Connection,
            Organization = [new("acme")],
            Project = [new("*")],
            DaysBackStart = 6,
            DaysBackEnd = 2,
            Stat = SentryEventStat.All,
        };
        var byProject = Get<SentryEventCount>(counts)
            .GroupBy(count => (count.ProjectSlug, count.Stat))
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Count));

        foreach (var usage in Get<SentryUsage>(Command("error", 6, 2)))
        {
            Assert.Equal(byProject[(usage.ProjectSlug, SentryEventStat.Blacklisted)], usage.Filtered);
            Assert.Equal(
                byProject[(usage.ProjectSlug, SentryEventStat.Rejected)],
                usage.RateLimited + usage.Invalid + usage.Abuse + usage.CardinalityLimited);
            Assert.Equal(
                byProject[(usage.ProjectSlug, SentryEventStat.Received)],
                usage.Accepted + usage.Filtered + usage.RateLimited + usage.Invalid + usage.Abuse + usage.CardinalityLimited);
        }
    }

    [Fact]
    public void A_Sentry_without_the_summary_gives_the_same_counts()
    {
        var summary = Get<SentryUsage>(Command(null, 40, 1)).Where(HasAny).Select(Text).ToArray();
        var rule = Server.Faults.On(Summary, Fault.Status(404, """{"detail":"The requested resource does not exist"}"""));

        var totals = Get<SentryUsage>(Command(null, 40, 1)).Where(HasAny).Select(Text);

        Assert.True(rule.Applied > 0);
        Assert.Equal(summary, totals);
    }

    [Fact]
    public void Projects_are_selected_and_ordered()
    {
        var command = Command("error", 3, 1);
        command.Project = [new("web-frontend"), new("gateway")];

        Assert.Equal(["gateway", "web-frontend"], Get<SentryUsage>(command).Select(usage => usage.ProjectSlug));
    }

    [Fact]
    public void Features_have_what_Sentry_reports()
    {
        var features = Get<SentryFeatureUsage>(
            new GetSentryUsageCommand { Connection = Connection, Organization = [new("acme")] },
            "Feature");

        Assert.Equal(9 * Acme.Projects.Count, features.Length);
        foreach (var project in Acme.Projects)
        {
            var own = features
                .Where(feature => feature.ProjectSlug == project.Slug)
                .ToDictionary(feature => feature.Feature, StringComparer.Ordinal);
            Assert.Equal(project.FirstEvent, own["errors"].FirstEvidence);
            Assert.Equal(project.FirstEvent is not null, own["errors"].EverUsed);
            Assert.Null(own["uptime"].InUse);
            Assert.All(own.Values, feature => Assert.True(feature.InUse is not true || feature.LastEvidence >= feature.FirstEvidence));
        }
    }

    [Fact]
    public void A_forbidden_project_is_an_error_beside_the_others()
    {
        Server.Faults.On(
            "organizations/{org}/stats_v2/",
            Fault.Status(403, """{"detail":"You do not have permission to perform this action."}"""),
            skip: 0,
            times: 1);

        var run = Run(new GetSentryUsageCommand { Connection = Connection, Organization = [new("acme")] }, "Feature");

        Assert.Equal("SentryForbidden", run.SingleError().ErrorId);
        Assert.Equal(9 * (Acme.Projects.Count - 1), run.Output.Count);
    }

    [Fact]
    public void Feature_and_category_exclude_each_other() =>
        Assert.Equal("CategoryNotAvailable", Run(Command("error", 3, 1), "Feature").TerminatingError().ErrorId);

    private GetSentryUsageCommand Command(string? category, int from, int to) =>
        new() { Connection = Connection, Organization = [new("acme")], Category = category, DaysBackStart = from, DaysBackEnd = to };

    private static bool HasAny(SentryUsage usage) =>
        usage.Accepted + usage.Filtered + usage.RateLimited + usage.Invalid + usage.Abuse + usage.ClientDiscard > 0;

    private static string Text(SentryUsage usage) =>
        $"{usage.ProjectSlug} {usage.ProjectId} {usage.Category} {usage.Accepted} {usage.Filtered} {usage.RateLimited} "
        + $"{usage.Invalid} {usage.Abuse} {usage.CardinalityLimited} {usage.ClientDiscard} {usage.WindowStart:O}";
}
