using SentryAudit.Common.Text;
using SentryAudit.Connections;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Connections;

/// <summary>Tokens to which Sentry lists no organization: those of internal integrations, and organization tokens.</summary>
public sealed class UnlistedOrganizationTests
{
    private const string Name = "audit-3f9a1c-6d3f2b6e-0a51-4b52-9d2e-5a6c0f5f3a71";
    private const string Proxy =
        $$$"""
        {"version":"0","auth":{"scopes":["org:read","member:read"]},
        "user":{"id":"9","email":"","name":"{{{Name}}}","username":"{{{Name}}}"}}
        """;
    private const string Person = """{"version":"0","auth":{"scopes":["org:read"]},"user":{"id":"280","email":"ann@acme.io"}}""";
    private const string Single = """{"id":"1","slug":"acme","links":{"regionUrl":"https://us.sentry.io"}}""";

    [Fact]
    public async Task The_token_of_an_integration_works_in_the_organization_that_is_named_though_none_is_listed()
    {
        var transport = Transport(Proxy, "[]").On("organizations/acme/", Single);

        var connection = await Connect(transport, organization: "acme");

        Assert.Equal((SentryTokenKind.Integration, "acme", null), (connection.TokenKind, connection.Organization, connection.User));
        Assert.Equal(["acme"], connection.Organizations!);
        Assert.Equal(Estate.Region, connection.Directory.Find("acme")!.Host);
        Assert.Equal(["member:read", "org:read"], connection.Scopes!);
    }

    [Theory]
    [InlineData(Proxy)]
    [InlineData(Person)]
    public async Task A_token_that_lists_no_organization_and_was_given_for_none_is_refused(string index)
    {
        var fault = await Assert.ThrowsAsync<SentryException>(() => Connect(Transport(index, "[]")));

        Assert.Equal(("SentryNoOrganization", SentryErrorCategory.ObjectNotFound), (fault.ErrorId, fault.Category));
        Assert.Contains("-Organization", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task An_organization_that_neither_is_listed_nor_answers_is_not_found(int status)
    {
        var transport = Transport(Proxy, "[]").On("organizations/acme/", status);

        var fault = await Assert.ThrowsAsync<SentryException>(() => Connect(transport, organization: "acme"));

        Assert.Equal("SentryOrganizationNotFound", fault.ErrorId);
    }

    [Fact]
    public async Task An_organization_that_answers_under_another_name_is_not_the_one_that_was_given()
    {
        var transport = Transport(Proxy, "[]").On("organizations/old-name/", Single);

        var fault = await Assert.ThrowsAsync<SentryException>(() => Connect(transport, organization: "old-name"));

        Assert.Equal("SentryOrganizationNotFound", fault.ErrorId);
    }

    [Fact]
    public async Task An_organization_token_without_a_user_is_known_by_its_scopes()
    {
        const string CI = """{"version":"0","auth":{"scopes":["org:ci"]},"user":null}""";

        var connection = await Connect(Transport(CI, 403), "sntrys_1", "acme");

        Assert.Equal((SentryTokenKind.Organization, "acme", null), (connection.TokenKind, connection.Organization, connection.User));
        Assert.Equal(["org:ci"], connection.Scopes!);
    }

    private static FakeTransport Transport(Canned index, Canned organizations) =>
        new FakeTransport().On("", index).On("organizations/", organizations);

    private static Task<SentryConnection> Connect(
        FakeTransport transport, string token = "0123456789abcdef", string? organization = null) =>
        SentryConnector.ConnectAsync(
            new ConnectionSettings
            {
                Token = new SecretText(token),
                Source = "test",
                BaseUri = Estate.Base,
                Organization = organization,
            },
            transport,
            SilentObserver.Instance,
            new ManualTimeProvider(),
            default);
}
