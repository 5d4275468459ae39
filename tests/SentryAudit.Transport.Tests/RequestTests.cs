using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task Headers_are_these_and_no_others()
    {
        var request = await SendAsync(line => line.Members());

        Assert.Equal(
            "Accept, Accept-Encoding, Authorization, Host, User-Agent",
            string.Join(", ", request.Headers.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal($"Bearer {Line.Token}", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("gzip, deflate, br", request.Headers["Accept-Encoding"]);
        Assert.Matches(@"^SentryAudit/\d+\.\d+\.\d+ \(\+https://github\.com/sentryaudit/SentryAudit\)$", request.Headers["User-Agent"]);
    }

    [Fact]
    public async Task A_body_is_sent_as_JSON()
    {
        var request = await SendAsync(line => line.Members() with { Method = HttpMethod.Post, Body = """{"name":"ä"}""" });

        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("13", request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task No_trace_of_this_process_is_sent_along()
    {
        using var activity = new System.Diagnostics.Activity("audit").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start();

        var request = await SendAsync(line => line.Members());

        Assert.False(request.Headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = new StubServer(StubAnswer.Json("[]").With("Set-Cookie", "session=1; Path=/"));
        using var line = new Line(server.BaseUri);

        await line.GetAsync();
        await line.GetAsync();

        Assert.False(server.Requests.Last().Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("web@1.0+b/c d", "web%401.0%2Bb%2Fc%20d")]
    [InlineData("größe#1?x=%41", "gr%C3%B6%C3%9Fe%231%3Fx%3D%2541")]
    [InlineData("...", "...")]
    [InlineData("a..b", "a..b")]
    public async Task Paths_arrive_escaped_once(string version, string escaped)
    {
        var request = await SendAsync(line => line.To(ReleaseEndpoints.Release, "acme", version));

        Assert.Equal($"/api/0/organizations/acme/releases/{escaped}/", request.Target);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_name_that_means_another_place_is_refused(string? version)
    {
        await using var server = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync(line.To(ReleaseEndpoints.Release, "acme", version));

        Assert.Equal(("SentryUnaddressable", SentryErrorCategory.InvalidArgument), (fault.ErrorId, fault.Category));
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("/members/")]
    [InlineData("organizations//members/")]
    [InlineData("//evil.example/")]
    public async Task An_empty_part_of_a_path_is_refused(string path)
    {
        await using var server = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri);

        Assert.Equal("SentryUnaddressable", (await line.FailAsync(line.Members() with { Path = path })).ErrorId);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Query_values_are_escaped_and_kept_in_order()
    {
        var request = await SendAsync(line =>
            line.Members(("query", ""), ("project", "2"), ("project", "1"), ("name", "a b+c&d=e/ü"), ("cursor", "100:1:0")));

        Assert.Equal(
            "/api/0/organizations/acme/members/?query=&project=2&project=1&name=a%20b%2Bc%26d%3De%2F%C3%BC&cursor=100%3A1%3A0",
            request.Target);
    }

    [Fact]
    public async Task The_index_is_the_root_of_the_API() =>
        Assert.Equal("/api/0/", (await SendAsync(line => line.To(OrganizationEndpoints.Index))).Target);

    [Theory]
    [InlineData("sentry/")]
    [InlineData("sentry")]
    [InlineData("tools/sentry/")]
    public async Task A_self_hosted_Sentry_may_live_below_a_prefix(string prefix)
    {
        await using var server = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(new Uri(server.BaseUri, prefix));

        await line.GetAsync();

        Assert.Equal($"/{prefix.TrimEnd('/')}/api/0/organizations/acme/members/", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Another_host_gets_nothing()
    {
        await using var home = new StubServer(StubAnswer.Json("[]"));
        await using var other = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(home.BaseUri);

        var fault = await line.FailAsync(line.Members() with { Host = other.BaseUri });

        Assert.Equal(("SentryUntrustedHost", SentryErrorCategory.SecurityError), (fault.ErrorId, fault.Category));
        Assert.Equal(0, other.Connections);
        Assert.Empty(line.Observer.Exchanges);
    }

    [Fact]
    public async Task An_announced_region_is_asked_with_the_same_token()
    {
        await using var home = new StubServer(StubAnswer.Json("[]"));
        await using var region = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(home.BaseUri, followRegion: true);
        Assert.True(line.Hosts.TryTrust(region.BaseUri));

        await line.GetAsync(line.Members() with { Host = region.BaseUri });

        Assert.Equal($"Bearer {Line.Token}", Assert.Single(region.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task Without_TLS_only_this_machine_is_asked()
    {
        using var line = new Line(new Uri("http://sentry.example/"));

        Assert.Equal("SentryUnencrypted", (await line.FailAsync()).ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sntryu_do-not\r\nshow")]
    [InlineData("sntryu_do-not show")]
    [InlineData("sntryu_dönotshow")]
    public async Task A_broken_token_is_not_sent_and_not_quoted(string token)
    {
        await using var server = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri, token: token);

        var fault = await line.FailAsync();

        Assert.Equal("SentryMalformedToken", fault.ErrorId);
        Assert.DoesNotContain("sntryu_", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    private static async Task<StubRequest> SendAsync(Func<Line, SentryRequest> make)
    {
        await using var server = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri);

        // Any model will do: only what is sent counts.
        await line.GetAsync(make(line));

        return Assert.Single(server.Requests);
    }
}
