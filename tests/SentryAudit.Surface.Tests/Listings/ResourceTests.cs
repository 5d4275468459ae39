using SentryAudit.Commands.AuthProvider;
using SentryAudit.Commands.CustomIntegration;
using SentryAudit.Commands.Integration;
using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Repository;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Repositories, integrations, invite requests and single sign-on.</summary>
public sealed class ResourceTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    [Fact]
    public void Repositories_of_every_status_are_listed() =>
        Assert.Equal(
            Acme.Repositories.Select(repository => repository.Name).Order(StringComparer.Ordinal),
            Get<SentryRepository>(new GetSentryRepositoryCommand { Connection = Connection, Organization = First })
                .Select(repository => repository.Name)
                .Order(StringComparer.Ordinal));

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
