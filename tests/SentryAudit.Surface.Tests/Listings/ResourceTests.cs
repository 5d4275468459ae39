using System.Net;
using SentryAudit.Api.Stats;
using SentryAudit.Commands.AuthProvider;
using SentryAudit.Commands.CustomIntegration;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.Integration;
using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Repository;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>What an organization owns beside people, teams and projects.</summary>
public sealed class ResourceTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    public static TheoryData<string> Faults => [.. LastingFault.Names.Where(name => name is not "slow drip")];

    [Fact]
    public void Keys_of_all_statuses_are_listed_with_their_projects()
    {
        var keys = Get<SentryProjectKey>(new GetSentryProjectKeyCommand { Connection = Connection, Organization = First });

        Assert.Equal(
            Acme.ProjectKeys.Select(key => (key.Name, key.Project.Slug, key.IsActive)),
            keys.Select(key => (key.Label!, key.ProjectSlug!, key.IsActive!.Value)));
        Assert.All(keys.Zip(Acme.ProjectKeys), pair => Assert.Equal("********" + pair.Second.Public[^4..], pair.First.PublicKey));
        Assert.All(keys, key => Assert.Null(key.Secret));
    }

    [Fact]
    public void The_DSN_comes_on_request_as_a_SecureString()
    {
        var key = Get<SentryProjectKey>(
                new GetSentryProjectKeyCommand
                {
                    Connection = Connection,
                    Organization = First,
                    Project = [new("web-frontend")],
                },
                "ShowSecret")
            .Single();

        Assert.Contains(Acme.ProjectKeys[0].Public, new NetworkCredential("", key.Secret).Password, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_found_by_its_DSN_which_is_never_shown()
    {
        var key = Acme.ProjectKeys[0].Public;

        Assert.Equal(
            "web-frontend",
            Get<SentryProjectKey>(
                    new GetSentryProjectKeyCommand
                    {
                        Connection = Connection,
                        ProjectKey = [new($"https://{key}@x.example/1")],
                        Organization = First,
                    }
                )
                .Single()
                .ProjectSlug);

        var unknown = Run(
                new GetSentryProjectKeyCommand
                {
                    Connection = Connection,
                    ProjectKey = [new(new string('a', 32))],
                    Organization = First,
                }
            )
            .SingleError();
        Assert.Equal("SentryObjectNotFound", unknown.ErrorId);
        Assert.DoesNotContain(new string('a', 32), unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repositories_of_every_status_are_listed() =>
        Assert.Equal(
            Acme.Repositories.Select(repository => repository.Name).Order(StringComparer.Ordinal),
            Get<SentryRepository>(new GetSentryRepositoryCommand { Connection = Connection, Organization = First })
                .Select(repository => repository.Name)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void The_deploys_of_named_releases_are_listed()
    {
        var release = Acme.Releases.First(release => release.Deploys.Count > 1);

        var deploys = Get<SentryDeploy>(
            new GetSentryDeployCommand
            {
                Connection = Connection,
                Organization = First,
                Release = [new(release.Version)],
            }
        );

        Assert.Equal(release.Deploys.Select(deploy => deploy.Id), deploys.Select(deploy => deploy.Id));
        Assert.All(deploys, deploy => Assert.Equal(release.Version, deploy.ReleaseVersion));
    }

    [Fact]
    public void Deploys_of_all_releases_are_listed_and_an_unknown_release_is_an_error()
    {
        var run = Run(new GetSentryDeployCommand { Connection = Connection, Organization = First, Release = [new("*"), new("no@1.0")] });

        Assert.Equal(Acme.Releases.Sum(release => release.Deploys.Count), run.Output.Count);
        Assert.Equal(("SentryObjectNotFound", "no@1.0"), (run.SingleError().ErrorId, run.Errors[0].Target));
    }

    [Fact]
    public void A_release_whose_deploys_fail_leaves_the_others()
    {
        var releases = Acme.Releases.Where(release => release.Deploys.Count > 0).Take(2).ToArray();
        Server.Faults.On("organizations/{org}/releases/{version}/deploys/", Fault.Status(403, """{"detail":"no"}"""), times: 1);

        var run = Run(
            new GetSentryDeployCommand
            {
                Connection = Connection,
                Organization = First,
                Release = [.. releases.Select(release => new ReleaseReference(release.Version))],
            }
        );

        Assert.NotEmpty(run.Output);
        Assert.Equal("SentryForbidden", run.SingleError().ErrorId);
        Assert.Contains(run.Errors[0].Target, releases.Select(release => release.Version));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Deploys_that_cannot_be_read_are_an_error(string faultName)
    {
        var fault = LastingFault.Of(faultName);
        var connection = await Server.ConnectAsync(retries: 1);
        Server.Faults.On("organizations/{org}/releases/{version}/deploys/", fault.Make());

        var run = Run(
            new GetSentryDeployCommand
            {
                Connection = connection,
                Organization = First,
                Release = [new(Acme.Releases.First(release => release.Deploys.Count > 0).Version)],
            }
        );

        Assert.Equal(fault.Category, Assert.Single(run.AllErrors()).Category);
        Assert.Equal(fault.Category is SentryErrorCategory.AuthenticationError, run.Terminated is not null);
    }

    [Fact]
    public void Monitors_of_every_kind_are_listed_with_their_rules()
    {
        var monitors = Get<SentryMonitor>(new GetSentryMonitorCommand { Connection = Connection, Organization = First });

        Assert.Equal(
            Acme.Detectors.Select(detector => detector.Id).Concat(Acme.CronMonitors.Select(monitor => monitor.Id)),
            monitors.Select(monitor => monitor.Id));
        var workflow = Acme.Workflows.First(workflow => workflow.Detectors.Count > 0);
        var watched = monitors.Single(monitor => monitor.Id == workflow.Detectors[0].Id);
        Assert.Contains(workflow.Id, watched.AlertRuleIds!);
        Assert.Contains(workflow.Name, watched.AlertRules!);
    }

    [Theory]
    [InlineData(SentryMonitorKind.Error, "error")]
    [InlineData(SentryMonitorKind.Metric, "metric_issue")]
    [InlineData(SentryMonitorKind.Uptime, "uptime_domain_failure")]
    public void Monitors_of_one_kind_can_be_listed(SentryMonitorKind kind, string type) =>
        Assert.Equal(
            Acme.Detectors.Where(detector => detector.Type == type).Select(detector => detector.Id),
            Get<SentryMonitor>(
                    new GetSentryMonitorCommand
                    {
                        Connection = Connection,
                        Organization = First,
                        Kind = kind,
                    }
                )
                .Select(monitor => monitor.Id));

    [Fact]
    public void Cron_monitors_have_schedules()
    {
        var monitors = Get<SentryMonitor>(
            new GetSentryMonitorCommand
            {
                Connection = Connection,
                Organization = First,
                Kind = SentryMonitorKind.Cron,
            }
        );

        Assert.Equal(Acme.CronMonitors.Select(monitor => monitor.Slug), monitors.Select(monitor => monitor.Slug));
        Assert.All(monitors, monitor => Assert.NotNull(monitor.Schedule));
    }

    [Fact]
    public void Integrations_of_every_status_come_from_the_control_silo() =>
        Assert.Equal(
            Acme.Integrations.Select(integration => (integration.Id, integration.OrganizationStatus)),
            Get<SentryIntegration>(new GetSentryIntegrationCommand { Connection = Connection, Organization = First })
                .Select(integration => (integration.Id, integration.OrganizationStatus!)));

    [Fact]
    public void Custom_integrations_come_with_the_count_of_their_tokens_where_it_is_known() =>
        Assert.Equal(
            Acme.Apps.Select(app => (app.Slug, app.Status is "internal" ? app.Tokens.Count : (int?)null)),
            Get<SentryCustomIntegration>(new GetSentryCustomIntegrationCommand { Connection = Connection, Organization = First })
                .Select(app => (app.Slug, app.TokenCount)));

    [Fact]
    public async Task Without_the_scope_the_count_of_tokens_is_unknown()
    {
        var connection = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, "org:read"));

        Assert.All(
            Get<SentryCustomIntegration>(new GetSentryCustomIntegrationCommand { Connection = connection, Organization = First }),
            app => Assert.Null(app.TokenCount));
    }

    [Fact]
    public void Invite_requests_are_listed() =>
        Assert.Equal(
            Acme.InviteRequests.Select(request => request.Email),
            Get<SentryInviteRequest>(new GetSentryInviteRequestCommand { Connection = Connection, Organization = First })
                .Select(request => request.Email));

    [Fact]
    public void Single_sign_on_is_returned_and_its_absence_is_a_verbose_line()
    {
        var run = Run(new GetSentryAuthProviderCommand { Connection = Connection, Organization = [new("*")] });

        run.ShouldSucceed();
        Assert.Equal(Server.Estate.Organizations.Count(organization => organization.AuthProvider is not null), run.Output.Count);
        Assert.Contains(run.VerboseLines, line => line.Contains("globex has no single sign-on", StringComparison.Ordinal));
    }
}
