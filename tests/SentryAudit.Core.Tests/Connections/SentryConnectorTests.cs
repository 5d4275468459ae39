using SentryAudit.Common.Text;
using SentryAudit.Connections;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Connections;

public sealed class SentryConnectorTests
{
    private const string Person =
        """{"version":"0","auth":{"scopes":["team:read","org:read"]},"user":{"id":"280","email":"ann@acme.io","username":"ann"}}""";
    private const string Nobody = """{"version":"0","auth":null,"user":null}""";
    private const string Two = """[{"id":"2","slug":"beta"},{"id":"1","slug":"acme","links":{"regionUrl":"https://us.sentry.io"}}]""";
    private const string One = """[{"id":"1","slug":"acme"}]""";
    private const string Opaque = "0123456789abcdef";
    private static readonly Canned Bound = Canned.Fault(401, """{"detail":"This token access is limited to organization endpoints."}""");
    private static readonly Canned Expired = Canned.Fault(401, """{"detail":"Token expired"}""");

    public static TheoryData<string, string, string> Decisions => new()
    {
        // index, organizations, outcome
        { "person", "ok", "connected" },
        { "person", "403", "connected" }, // known, though it may not list
        { "person", "401", "401" },
        { "person", "500", "500" },
        { "nobody", "ok", "connected" },
        { "nobody", "401", "401" },
        { "nobody", "403", "403" },
        { "nobody", "500", "500" },
        { "bound", "ok", "connected" },
        { "bound", "403", "connected" }, // Sentry knows the token: it says what it is limited to
        { "bound", "401", "401" },
        { "bound", "500", "500" },
        { "expired", "ok", "connected" }, // either answer is enough
        { "expired", "401", "401" },
        { "expired", "403", "403" },
        { "expired", "500", "500" },
        { "403", "ok", "connected" },
        { "403", "401", "401" },
        { "403", "403", "403" },
        { "403", "500", "500" },
        { "500", "ok", "connected" },
        { "500", "500", "500" },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task Sentry_decides_whether_a_token_is_good(string index, string organizations, string outcome)
    {
        var transport = Transport(Answer(index), Answer(organizations));

        var fault = await Record.ExceptionAsync(() => Connect(transport));

        Assert.Equal(outcome, fault is SentryApiException { Status: var status } ? $"{status}" : "connected");
        Assert.Equal(fault is not null, transport.IsDisposed);
    }

    [Fact]
    public async Task A_connection_reports_what_it_found()
    {
        var transport = Transport(Person, Two);
        var settings = new ConnectionSettings
        {
            Token = new SecretText("sntryu_s3cret"),
            Source = "parameter",
            BaseUri = Estate.Base,
            Organization = "acme",
            Timeout = TimeSpan.FromSeconds(7),
            MaximumRetryCount = 3,
            MaximumAnswerSize = 1 << 21,
        };

        var connection = await SentryConnector.ConnectAsync(
            settings,
            transport,
            SilentObserver.Instance,
            new ManualTimeProvider(),
            default);

        Assert.Equal(
            (Estate.Base, "acme", "ann@acme.io", "parameter", SentryTokenKind.Personal),
            (connection.BaseUri, connection.Organization, connection.User, connection.Source, connection.TokenKind));
        Assert.Equal(["acme", "beta"], connection.Organizations!);
        Assert.Equal(["org:read", "team:read"], connection.Scopes!);
        Assert.Equal(
            (TimeSpan.FromSeconds(7), 3, new ManualTimeProvider().GetUtcNow()),
            (connection.Timeout, connection.MaximumRetryCount, connection.ConnectedAt));
        Assert.Equal(Estate.Region, connection.Directory.Find("acme")!.Host);
        Assert.Equal((TimeSpan.FromSeconds(7), 3), (transport.Settings!.AttemptTimeout, transport.Settings.MaximumRetryCount));
        Assert.Equal(1 << 21, transport.Settings.MaximumAnswerSize);
        Assert.True(transport.Settings.Hosts.Contains(Estate.Region));
        Assert.Equal("acme at https://sentry.io/", connection.ToString());
    }

    [Fact]
    public async Task Both_questions_go_to_the_base_host_and_every_organization_is_read()
    {
        var transport = new FakeTransport().On("", Person).On("organizations/", One, """[{"id":"2","slug":"beta"}]""");

        var connection = await Connect(transport);

        Assert.All(transport.Requests, request => Assert.Equal(Estate.Base, request.Host));
        Assert.Equal(["acme", "beta"], connection.Organizations!);
    }

    [Fact]
    public async Task What_Sentry_does_not_report_the_connection_does_not_know()
    {
        var connection = await Connect(Transport(Person.Replace("\"scopes\"", "\"other\"", StringComparison.Ordinal), 403));

        Assert.Equal((null, null, null), (connection.Scopes, connection.Organizations, connection.Organization));
        Assert.Equal("https://sentry.io/", connection.ToString());
    }

    [Theory]
    [InlineData("bound", One, null, "acme")] // bound to one organization: it needs no default written down
    [InlineData("bound", Two, "beta", "beta")]
    [InlineData("bound", Two, null, null)]
    [InlineData("person", One, null, null)] // a person may join another tomorrow
    public async Task A_token_of_one_organization_has_it_as_its_default(
        string index,
        string organizations,
        string? given,
        string? expected
    ) => Assert.Equal(expected, (await Connect(Transport(Answer(index), organizations), organization: given)).Organization);

    [Fact]
    public async Task A_default_organization_that_the_token_does_not_see_is_refused_with_those_it_sees()
    {
        var transport = Transport(Person, One).On("organizations/nope/", 404);

        var fault = await Assert.ThrowsAsync<SentryException>(() => Connect(transport, organization: "nope"));

        Assert.Equal(("SentryOrganizationNotFound", SentryErrorCategory.ObjectNotFound), (fault.ErrorId, fault.Category));
        Assert.Contains("acme", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_organization_is_trusted_where_none_may_be_listed() =>
        Assert.Equal("acme", (await Connect(Transport(Person, Canned.Fault(403, "{}")), organization: "acme")).Organization);

    [Theory]
    [InlineData("sntryu_1", "person", SentryTokenKind.Personal)]
    [InlineData("sntrys_1", "bound", SentryTokenKind.Organization)]
    [InlineData("sntryi_1", "bound", SentryTokenKind.Integration)]
    [InlineData("sntrya_1", "person", SentryTokenKind.OAuth)]
    [InlineData(Opaque, "person", SentryTokenKind.Personal)]
    [InlineData(Opaque, "bound", SentryTokenKind.Integration)]
    [InlineData(Opaque, "nobody", SentryTokenKind.Unknown)]
    [InlineData(Opaque, "500", SentryTokenKind.Unknown)]
    public async Task The_kind_is_known_by_the_form_of_the_token_or_else_by_the_answers(string token, string index, SentryTokenKind kind) =>
        Assert.Equal(kind, (await Connect(Transport(Answer(index), One), token)).TokenKind);

    [Fact]
    public async Task A_refused_token_comes_with_its_remedy()
    {
        var fault = await Assert.ThrowsAsync<SentryApiException>(() => Connect(Transport(Expired, Expired)));

        Assert.Equal(SentryErrorCategory.AuthenticationError, fault.Category);
        Assert.Contains("expired", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_token_that_may_not_list_still_says_where_its_organization_lives()
    {
        // {"org":"acme","region_url":"https://us.sentry.io"}
        const string Claiming = "sntrys_eyJvcmciOiJhY21lIiwicmVnaW9uX3VybCI6Imh0dHBzOi8vdXMuc2VudHJ5LmlvIn0_secret";

        var connection = await Connect(Transport(Bound, 403), Claiming);

        Assert.Equal(Estate.Region, connection.Directory.Find("acme")!.Host);
        Assert.Null(connection.Organizations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_transport_learns_whether_it_may_go_unencrypted(bool allowInsecure)
    {
        var transport = Transport(Person, One);

        await SentryConnector.ConnectAsync(
            Settings(Opaque, organization: null) with
            {
                AllowInsecure = allowInsecure,
            },
            transport,
            SilentObserver.Instance,
            new ManualTimeProvider(),
            default);

        Assert.Equal(allowInsecure, transport.Settings!.AllowInsecure);
    }

    [Fact]
    public async Task A_cancelled_connect_leaves_no_transport_open()
    {
        var transport = Transport(Person, One);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SentryConnector.ConnectAsync(
                Settings(Opaque, organization: null),
                transport,
                SilentObserver.Instance,
                new ManualTimeProvider(),
                new CancellationToken(canceled: true)));

        Assert.True(transport.IsDisposed);
    }

    private static Canned Answer(string name) => name switch
    {
        "person" => Person,
        "nobody" => Nobody,
        "ok" => Two,
        "bound" => Bound,
        "expired" => Expired,
        "401" => 401,
        "403" => 403,
        _ => 500,
    };

    private static FakeTransport Transport(Canned index, Canned organizations) =>
        new FakeTransport().On("", index).On("organizations/", organizations);

    private static ConnectionSettings Settings(string token, string? organization) =>
        new() { Token = new SecretText(token), Source = "test", BaseUri = Estate.Base, Organization = organization };

    private static Task<SentryConnection> Connect(FakeTransport transport, string token = Opaque, string? organization = null) =>
        SentryConnector.ConnectAsync(Settings(token, organization), transport, SilentObserver.Instance, new ManualTimeProvider(), default);
}
