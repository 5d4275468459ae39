using System.Net;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>New-SentryProjectKey: the DSN on request, the limit whole, the organization of the project.</summary>
public sealed class NewProjectKeyTests : AdministrationTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_DSN_is_there_on_request_only(bool isShown)
    {
        var key = Assert.Single(
            Run(
                    new NewSentryProjectKeyCommand
                    {
                        Organization = InAcme,
                        Project = [new("search")],
                        Label = "Worker",
                    },
                    isShown ? ["ShowSecret"] : [])
                .Of<SentryProjectKey>());

        var made = Acme.ProjectKeys.Single(known => known.Name == "Worker");
        Assert.Equal($"********{made.Public[^4..]}", key.PublicKey);
        Assert.Equal(isShown, key.Secret is not null);
        Assert.True(!isShown || new NetworkCredential("", key.Secret).Password.Contains($"://{made.Public}@", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lost_answer_costs_no_DSN()
    {
        Server.Faults.On("POST projects/{org}/{project}/keys/", Fault.LostAnswer());

        var key = Assert.Single(
            Run(
                    new NewSentryProjectKeyCommand
                    {
                        Organization = InAcme,
                        Project = [new("search")],
                        Label = "Worker",
                    },
                    "ShowSecret")
                .Of<SentryProjectKey>());

        Assert.Contains(
            Acme.ProjectKeys.Single(known => known.Name == "Worker").Public,
            new NetworkCredential("", key.Secret).Password,
            StringComparison.Ordinal);
    }

    // Somebody else makes a key between the look before and the look after.
    [Fact]
    public void Another_new_key_is_not_taken_for_this_one()
    {
        var theirs = $$"""[{"id":"{{new string('a', 32)}}","label":"Theirs","projectId":1,"isActive":true}]""";
        var last = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Link"] = "<http://127.0.0.1/>; rel=\"next\"; results=\"false\"; cursor=\"0:100:0\"",
        };
        Server.Faults.On("POST projects/{org}/{project}/keys/", Fault.Empty(503));
        Server.Faults.On("GET projects/{org}/{project}/keys/", Fault.Status(200, theirs, headers: last), skip: 1);

        var run = Run(new NewSentryProjectKeyCommand { Organization = InAcme, Project = [new("search")], Label = "Worker" });

        Assert.Equal("SentryChangeFailed", run.SingleError().ErrorId);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(null, 60.0)]
    [InlineData(1000, 0.0)]
    [InlineData(1000, 0.5)]
    [InlineData(1000, 1.5)]
    [InlineData(1000, 86401.0)]
    public void A_limit_that_Sentry_would_drop_is_refused(int? count, double? seconds)
    {
        var run = Run(
            new NewSentryProjectKeyCommand
            {
                Organization = InAcme,
                Project = [new("search")],
                RateLimitCount = count,
                RateLimitWindow = seconds is { } s ? TimeSpan.FromSeconds(s) : null,
            }
        );

        Assert.Equal("InvalidSentryRateLimit", run.TerminatingError().ErrorId);
        Assert.Empty(Server.Requests.Writes());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(86400)]
    public void A_limit_counts_over_at_least_a_second_and_at_most_a_day(int seconds)
    {
        Run(
                new NewSentryProjectKeyCommand
                {
                    Organization = InAcme,
                    Project = [new("search")],
                    Label = "Limited",
                    RateLimitCount = 7,
                    RateLimitWindow = TimeSpan.FromSeconds(seconds),
                }
            )
            .ShouldSucceed();

        var made = Acme.ProjectKeys.Single(known => known.Name == "Limited");
        Assert.Equal((7, seconds), (made.RateLimitCount, made.RateLimitWindow));
    }

    [Fact]
    public void An_empty_label_is_no_label()
    {
        var key = Assert.Single(
            Run(
                    new NewSentryProjectKeyCommand
                    {
                        Organization = InAcme,
                        Project = [new("search")],
                        Label = "",
                    }
                )
                .Of<SentryProjectKey>());

        Assert.NotEmpty(key.Label!);
    }

    [Fact]
    public void Projects_of_several_organizations_each_get_their_own_key()
    {
        var projects = Run(new GetSentryProjectCommand { Project = [new("web-frontend")], Organization = [new("*")] }).Of<SentryProject>();

        Run(new NewSentryProjectKeyCommand { Project = [.. projects.Select(project => new ProjectReference(project))], Label = "Each" })
            .ShouldSucceed();

        Assert.All([Acme, Globex], organization =>
            Assert.Equal("web-frontend", organization.ProjectKeys.Single(key => key.Name == "Each").Project.Slug));
    }

    // Both organizations have a project of that name.
    [Fact]
    public void A_project_of_another_organization_is_not_the_one_of_that_name()
    {
        var project = Assert.Single(
            Run(new GetSentryProjectCommand { Project = [new("web-frontend")], Organization = [new("globex")] }).Of<SentryProject>());

        var run = Plan(new NewSentryProjectKeyCommand { Organization = InAcme, Project = [new(project)] });

        Assert.Equal("SentryObjectElsewhere", run.SingleError().ErrorId);
        Assert.Empty(run.Asked);
    }
}
