using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Integrations;

public sealed class RepositoryListingTests
{
    private const string Path = "organizations/acme/repos/";

    [Fact]
    public async Task Every_field_of_a_repository_is_mapped()
    {
        var repository = (await List(new FakeTransport().On(Path, request => request.Value("status") is "active" ? ["""
            [{"id":"3","name":"acme/web","url":"https://github.com/acme/web","provider":{"id":"integrations:github","name":"GitHub"},
             "status":"active","dateCreated":"2018-11-06T21:19:58Z",
             "integrationId":"2933","externalSlug":"acme/web2","externalId":873}]
            """] : ["[]"]))).Single();

        Assert.Equal(
            ("3", "acme/web", "https://github.com/acme/web", "GitHub", "integrations:github"),
            (repository.Id, repository.Name, repository.Url, repository.Provider, repository.ProviderId));
        Assert.Equal(
            ("active", "2933", "acme/web2", "873", "acme"),
            (repository.Status, repository.IntegrationId, repository.ExternalSlug, repository.ExternalId, repository.OrganizationSlug));
        Assert.Equal((2018, FakeTransport.ReadAt), (repository.DateCreated!.Value.Year, repository.LastUpdated));
    }

    [Fact]
    public async Task All_statuses_are_read_the_active_ones_first()
    {
        var transport = new FakeTransport().On(Path, request =>
            [$$"""[{"id":"{{request.Value("status")}}","name":"a","status":"{{request.Value("status")}}","provider":null}]"""]);

        var repositories = await List(transport);

        Assert.Equal(["active", "deleted"], repositories.Select(repository => repository.Status));
        Assert.All(repositories, repository =>
            Assert.Equal((null, null, null), (repository.Provider, repository.Url, repository.IntegrationId)));
        Assert.Equal(
            ["status=active&per_page=100", "status=deleted&per_page=100"],
            transport.Requests.Select(request => request.QueryText()));
    }

    [Fact]
    public async Task A_login_in_the_address_is_hidden()
    {
        var transport = new FakeTransport().On(Path, """[{"id":"3","name":"acme/web","url":"https://robot:hush@git.acme.io/web"}]""");

        Assert.Equal("https://(hidden)@git.acme.io/web", (await List(transport))[0].Url);
    }

    private static async Task<List<SentryRepository>> List(FakeTransport transport) =>
        await Estate.Api(transport).Repositories.ListAsync(Estate.Acme, default).ToListAsync();
}
