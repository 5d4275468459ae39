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
    public void KeysOfAllStatusesWithTheirProjects()
    {
        var keys = Get<SentryProjectKey>(new GetSentryProjectKeyCommand { Connection = Connection, Organization = First });

        Assert.Equal(
            Acme.ProjectKeys.Select(key => (key.Name, key.Project.Slug, key.IsActive)),
            keys.Select(key => (key.Label!, key.ProjectSlug!, key.IsActive!.Value)));
        Assert.All(keys.Zip(Acme.ProjectKeys), pair => Assert.Equal("********" + pair.Second.Public[^4..], pair.First.PublicKey));
        Assert.All(keys, key => Assert.Null(key.Secret));
    }

    [Fact]
    public void TheDsnComesOnRequestAsASecureString()
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
    public void AKeyIsFoundByItsDsnAndNeverNamed()
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
    public void RepositoriesOfEveryStatus() =>
        Assert.Equal(
            Acme.Repositories.Select(repository => repository.Name).Order(StringComparer.Ordinal),
            Get<SentryRepository>(new GetSentryRepositoryCommand { Connection = Connection, Organization = First })
                .Select(repository => repository.Name)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void DeploysOfNamedReleases()
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
    public void DeploysOfAllReleasesAndAnErrorForTheOneThatIsNot()
    {
        var run = Run(new GetSentryDeployCommand { Connection = Connection, Organization = First, Release = [new("*"), new("no@1.0")] });

        Assert.Equal(Acme.Releases.Sum(release => release.Deploys.Count), run.Output.Count);
        Assert.Equal(("SentryObjectNotFound", "no@1.0"), (run.SingleError().ErrorId, run.Errors[0].Target));
    }

    [Fact]
    public void AReleaseWhoseDeploysFailLeavesTheOthers()
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
    public async Task DeploysThatCanNotBeReadAreAnError(string faultName)
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
    public void MonitorsOfEveryKindWithTheirRules()
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
    public void MonitorsOfOneKind(SentryMonitorKind kind, string type) =>
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
    public void CronMonitorsHaveSchedules()
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
    public void IntegrationsOfEveryStatusFromTheControlSilo() =>
        Assert.Equal(
            Acme.Integrations.Select(integration => (integration.Id, integration.OrganizationStatus)),
            Get<SentryIntegration>(new GetSentryIntegrationCommand { Connection = Connection, Organization = First })
                .Select(integration => (integration.Id, integration.OrganizationStatus!)));

    [Fact]
    public void CustomIntegrationsWithTheirTokensWhereTheyCanBeCounted() =>
        Assert.Equal(
            Acme.Apps.Select(app => (app.Slug, app.Status is "internal" ? app.Tokens.Count : (int?)null)),
            Get<SentryCustomIntegration>(new GetSentryCustomIntegrationCommand { Connection = Connection, Organization = First })
                .Select(app => (app.Slug, app.TokenCount)));

    [Fact]
    public async Task WithoutTheScopeTokensAreUnknown()
    {
        var connection = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, "org:read"));

        Assert.All(
            Get<SentryCustomIntegration>(new GetSentryCustomIntegrationCommand { Connection = connection, Organization = First }),
            app => Assert.Null(app.TokenCount));
    }

    [Fact]
    public void InviteRequests() =>
        Assert.Equal(
            Acme.InviteRequests.Select(request => request.Email),
            Get<SentryInviteRequest>(new GetSentryInviteRequestCommand { Connection = Connection, Organization = First })
                .Select(request => request.Email));

    [Fact]
    public void SingleSignOnWhereThereIsOneAndAWordWhereNot()
    {
        var run = Run(new GetSentryAuthProviderCommand { Connection = Connection, Organization = [new("*")] });

        run.ShouldSucceed();
        Assert.Equal(Server.Estate.Organizations.Count(organization => organization.AuthProvider is not null), run.Output.Count);
        Assert.Contains(run.VerboseLines, line => line.Contains("globex has no single sign-on", StringComparison.Ordinal));
    }
}
