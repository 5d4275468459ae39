using SentryAudit.Api.Stats;
using SentryAudit.Commands.Deploy;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Get-SentryDeploy.</summary>
public sealed class DeployTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    public static TheoryData<string> Faults => [.. LastingFault.Names.Where(name => name is not "slow drip")];

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
}
