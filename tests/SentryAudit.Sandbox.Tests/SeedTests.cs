using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class SeedTests : SandboxTest
{
    [Fact]
    public void The_member_list_has_every_kind_an_audit_meets()
    {
        var members = Acme.Members;

        Assert.Equal((25, 3), (members.Count, members.Count(member => member.Pending)));
        Assert.Contains(members, member => member is { Pending: true, Expired: true, User: null, InviteStatus: "approved" });
        Assert.Contains(members, member => member is { Pending: false, User: null });
        Assert.Contains(members, member => member.User is { IsActive: false });
        Assert.Contains(members, member => member.User is { IsSuspended: true });
        Assert.Contains(members, member => member.User is { IsSuspended: null });
        Assert.Contains(members, member => member.User is { LastLogin: null });
        Assert.Contains(members, member => member.User is { Has2Fa: false });
        Assert.Contains(members, member => member is { IdpProvisioned: true, IdpRoleRestricted: true });
        Assert.Contains(members, member => member.SsoInvalid);
        Assert.Contains(members, member => member.MemberLimitRestricted);
        Assert.Contains(members, member => member.PartnershipRestricted);
        Assert.Contains(members, member => member.Name.Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains(members, member => member.Name.StartsWith('='));
        Assert.Contains(members, member => member.Name.Contains('\u202e', StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string>(["owner", "manager", "admin", "member", "billing", "auditor"], StringComparer.Ordinal),
            members.Select(member => member.OrgRole).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Projects_teams_and_releases_vary()
    {
        Assert.Contains(Acme.Projects, project => project.Platform is null);
        Assert.Contains(Acme.Projects, project => project.Platform is "");
        Assert.Contains(Acme.Projects, project => project.FirstEvent is null);
        Assert.Contains(Acme.Projects, project => project.Teams.Count > 1);
        Assert.Contains(Acme.Projects, project => project.Teams.Count == 0);
        Assert.Contains(Acme.Projects, project => project.Id > 1L << 53);
        Assert.Contains(Acme.Teams, team => team.Memberships.Count == 0);
        Assert.Contains(Acme.Releases, release => release.Version.Contains('@', StringComparison.Ordinal));
        Assert.Contains(Acme.Releases, release => release.Version.Contains('+', StringComparison.Ordinal));
        Assert.Contains(Acme.Releases, release => release.Deploys.Count == 0);
        Assert.Contains(Acme.Releases, release => release.Deploys.Count > 1);
        Assert.Equal(Acme.Releases.OrderByDescending(release => release.DateCreated), Acme.Releases);
    }

    [Fact]
    public void Alerts_vary()
    {
        Assert.Contains(Acme.Workflows, workflow => workflow.Detectors.Select(detector => detector.Project).Distinct().Count() > 1);
        Assert.Contains(Acme.Workflows, workflow => workflow.Detectors.Count == 0);
        Assert.Contains(Acme.Workflows, workflow => !workflow.Enabled);
        Assert.Contains(Acme.Workflows, workflow => workflow.Environment is not null);
        Assert.Contains(Acme.Workflows, workflow => workflow.Triggers is null);
        Assert.Contains(Acme.Workflows, workflow => workflow.MoreConfig.ContainsKey(""));
        Assert.Superset(
            new HashSet<string?>(["all", "any", "any-short", "none"], StringComparer.Ordinal),
            Acme.Workflows.Select(workflow => workflow.Triggers?.LogicType).ToHashSet(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string>(
                ["error", "issue_stream", "metric_issue", "uptime_domain_failure", "monitor_check_in_failure"], StringComparer.Ordinal),
            Acme.Detectors.Select(detector => detector.Type).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_answers_the_same_and_another_does_not()
    {
        await using var twin = await SandboxServer.StartAsync(Options);
        await using var stranger = await SandboxServer.StartAsync(Options with { Seed = 2 });
        using var twinApi = As(twin.Token, twin.BaseUri);
        using var strangerApi = As(stranger.Token, stranger.BaseUri);

        foreach (var list in new[] { "members", "releases", "workflows", "issues", "audit-logs", "sentry-apps" })
        {
            var path = $"organizations/acme/{list}/?project=-1";
            var mine = (await Api.GetAsync(path)).Text;
            // Links name the port, and that is never the same.
            var its = (await twinApi.GetAsync(path)).Text;
            Assert.Equal(mine, its.Replace(twin.BaseUri.Authority, Server.BaseUri.Authority, StringComparison.Ordinal));
            Assert.NotEqual(mine, (await strangerApi.GetAsync(path)).Text);
        }

        Assert.Equal(Server.Token, twin.Token);
        Assert.NotEqual(Server.Token, stranger.Token);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, 0)]
    [InlineData(2, 1, 1, 1, 1)]
    public async Task The_smallest_estates_answer_too(int members, int projects, int teams, int releases, int alerts)
    {
        await using var tiny = await SandboxServer.StartAsync(
            new() { Members = members, Projects = projects, Teams = teams, Releases = releases, AlertRules = alerts, RateLimits = false });
        using var api = As(tiny.Token, tiny.BaseUri);

        string[] lists =
        [
            "members", "teams", "projects", "releases", "workflows", "detectors", "monitors", "repos", "project-keys",
            "environments", "users", "issues", "integrations", "sentry-apps", "sentry-app-installations", "invite-requests",
            "access-requests", "audit-logs",
        ];
        foreach (var list in lists)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await api.GetAsync($"organizations/acme/{list}/")).Status);
        }

        Assert.Equal(members, tiny.Estate.Organizations[0].Members.Count);
    }
}
