using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Integrations;

public sealed class IntegrationListingTests
{
    private const string Installed = "organizations/acme/integrations/";
    private const string Custom = "organizations/acme/sentry-apps/";

    [Fact]
    public async Task Every_field_of_an_integration_is_mapped()
    {
        var transport = new FakeTransport().On(Installed, """
            [{"id":"5","name":"acme","domainName":"github.com/acme","accountType":"Organization","scopes":["b","a"],"status":"active",
             "provider":{"key":"github","name":"GitHub","aspects":{}},
              "configData":{"secret":"x"},"externalId":"77","organizationId":2,"organizationIntegrationStatus":"disabled",
              "gracePeriodEnd":"2026-09-08T00:00:00Z","outOfDate":true}]
            """);

        var integration = await Estate.Api(transport).Integrations.ListAsync(Estate.Acme, default).SingleAsync();

        Assert.Equal(
            ("5", "acme", "github", "GitHub", "github.com/acme"),
            (integration.Id, integration.Name, integration.Provider, integration.ProviderName, integration.DomainName));
        Assert.Equal(
            ("active", "disabled", true, "Organization", "77"),
            (integration.Status, integration.OrganizationStatus, integration.OutOfDate, integration.AccountType, integration.ExternalId));
        Assert.Equal(
            (8, "a, b", "acme", FakeTransport.ReadAt),
            (integration.GracePeriodEnd!.Value.Day, integration.Scopes!.ToString(), integration.OrganizationSlug, integration.LastUpdated));
        Assert.Equal(
            (Estate.Base, "includeConfig=0&per_page=100"),
            (transport.Requests.Single().Host, transport.Requests.Single().QueryText()));
    }

    [Fact]
    public async Task What_Sentry_does_not_report_of_an_integration_is_unknown()
    {
        var integration = await Estate
            .Api(new FakeTransport().On(Installed, """[{"id":"5","scopes":null,"outOfDate":null}]"""))
            .Integrations.ListAsync(Estate.Acme, default)
            .SingleAsync();

        Assert.Equal(
            (null, null, null, null, null),
            (integration.Scopes, integration.OutOfDate, integration.GracePeriodEnd, integration.Provider, integration.DateCreated));
    }

    [Fact]
    public async Task Every_field_of_a_custom_integration_is_mapped_and_its_tokens_counted()
    {
        var transport = new FakeTransport()
            .On(Custom, """
                [{"uuid":"u-1","slug":"bot","name":"Bot","status":"internal","scopes":["org:read","member:read"],"events":["issue"],
                 "isDisabled":false,"clientSecret":"hush","webhookUrl":"https://x/?k=hush",
                  "owner":{"id":2,"slug":"acme"},"dateCreated":"2026-01-01T00:00:00Z","datePublished":"2026-01-02T00:00:00Z"}]
                """)
            .On("sentry-apps/bot/api-tokens/", """[{"id":"1"},{"id":"2"}]""");

        var app = await One(transport);

        Assert.Equal(("u-1", "bot", "Bot", "internal", "acme"), (app.Id, app.Slug, app.Name, app.Status, app.Owner));
        Assert.Equal(
            ("member:read, org:read", "issue", false, 2),
            (app.Scopes!.ToString(), app.Events!.ToString(), app.IsDisabled, app.TokenCount));
        Assert.Equal((1, 2, FakeTransport.ReadAt), (app.DateCreated!.Value.Day, app.DatePublished!.Value.Day, app.LastUpdated));
        Assert.All(app.GetType().GetProperties(), property =>
            Assert.DoesNotContain("hush", property.GetValue(app)?.ToString() ?? "", StringComparison.Ordinal));
        Assert.All(transport.Requests, request => Assert.Equal(Estate.Base, request.Host));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Tokens_that_may_not_be_read_are_unknown_not_none(int status) =>
        Assert.Null(
            (
                await One(
                    new FakeTransport()
                        .On(Custom, """[{"uuid":"u","slug":"bot","status":"internal"}]""")
                        .On("sentry-apps/bot/api-tokens/", status))
            ).TokenCount);

    [Fact]
    public async Task Only_internal_integrations_are_asked_for_tokens()
    {
        var transport = new FakeTransport().On(Custom, """[{"uuid":"u","slug":"bot","status":"published"}]""");

        Assert.Null((await One(transport)).TokenCount);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task Tokens_that_cannot_be_read_for_another_reason_are_a_failure() =>
        await Assert.ThrowsAsync<SentryApiException>(() =>
            One(
                new FakeTransport().On(Custom, """[{"uuid":"u","slug":"bot","status":"internal"}]""").On("sentry-apps/bot/api-tokens/", 500)
            ));

    private static async Task<SentryCustomIntegration> One(FakeTransport transport) =>
        await Estate.Api(transport).CustomIntegrations.ListAsync(Estate.Acme, default).SingleAsync();
}
