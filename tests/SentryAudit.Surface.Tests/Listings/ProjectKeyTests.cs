using System.Net;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Get-SentryProjectKey.</summary>
public sealed class ProjectKeyTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];

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
}
