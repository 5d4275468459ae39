using SentryAudit.Http.Endpoints;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>What an error body says reaches the exception. The shapes themselves are Core's tests.</summary>
public sealed class ErrorAnswerTests
{
    [Theory]
    [InlineData(401, """{"detail":"Token expired"}""", "Token expired", null, null)]
    [InlineData(
        401,
        """{"detail":{"code":"sso-required","message":"Must login via SSO","extra":{"loginUrl":"/x/"}}}""",
        "Must login via SSO",
        "sso-required",
        null)]
    [InlineData(
        400,
        """{"email":["Enter a valid address."],"non_field_errors":["No."]}""",
        "email: Enter a valid address.; No.",
        null,
        null)]
    [InlineData(400, """["Bad thing"]""", "Bad thing", null, null)]
    [InlineData(400, """{"error":"invalid_grant"}""", "invalid_grant", "invalid_grant", null)]
    [InlineData(410, """{"message":"This API no longer exists."}""", "This API no longer exists.", null, null)]
    [InlineData(500, """{"detail":"Internal Error","errorId":"abc123"}""", "Internal Error", null, "abc123")]
    public async Task Every_shape_of_error_body_is_read(int status, string body, string detail, string? code, string? requestId)
    {
        var fault = await FailAsync(StubAnswer.Json(body, status));

        Assert.Equal((status, detail, code, requestId), (fault.Status!.Value, fault.Detail, fault.Code, fault.RequestId));
        Assert.Contains(detail.TrimEnd('.'), fault.Message, StringComparison.Ordinal);
        Assert.Equal("GET organizations/{org}/members/", fault.Endpoint);
    }

    [Fact]
    public async Task A_refusal_names_the_scope_that_was_missing()
    {
        var fault = await FailAsync(StubAnswer.Json("""{"detail":"You do not have permission to perform this action."}""", 403));

        Assert.Equal("member:read", Assert.Single(fault.RequiredScope));
        Assert.Contains("member:read", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_is_reported_as_one()
    {
        var fault = await FailAsync(StubAnswer.Html(404));

        Assert.Null(fault.Detail);
        Assert.Contains("web page", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, "no usable answer")]
    [InlineData(504, "no answer in time")]
    public async Task A_gateway_is_named_before_the_address_is_doubted(int status, string reason)
    {
        var fault = await FailAsync(StubAnswer.Html(status));

        Assert.Contains($"the gateway in front of it got {reason} ({status})", fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("Ask the operators of the gateway", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("-Uri", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Sentry-Request-Id")]
    [InlineData("x-request-id")]
    [InlineData("sentry-trace")]
    public async Task A_request_id_in_a_header_is_quoted(string header)
    {
        var fault = await FailAsync(StubAnswer.Empty(500).With(header, "7f3a"));

        Assert.Equal("7f3a", fault.RequestId);
        Assert.Contains("7f3a", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_error_body_is_not_read_to_its_end()
    {
        var fault = await FailAsync(StubAnswer.Json($$"""{"detail":"{{new string('x', 100_000)}}"}""", 400));

        Assert.Null(fault.Detail);
        Assert.Equal(400, fault.Status);
    }

    [Fact]
    public async Task An_error_body_cut_off_does_not_hide_the_status() =>
        Assert.Equal("SentryForbidden", (await FailAsync(StubAnswer.Json("""{"detail":"no"}""", 403) with { CutAfter = 5 })).ErrorId);

    [Fact]
    public async Task Headers_cannot_control_the_terminal()
    {
        var fault = await FailAsync(StubAnswer.Empty(500).With("x-request-id", "a\u001b[31mb"));

        Assert.DoesNotContain('\u001b', fault.Message);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirects_are_not_followed(int status)
    {
        await using var elsewhere = new StubServer(StubAnswer.Json("[]"));
        await using var server = new StubServer(
            StubAnswer.Empty(status).With("Location", $"{elsewhere.BaseUri}api/0/organizations/acme/members/?token=x"));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Equal(("SentryRedirected", SentryErrorCategory.ConnectionError), (fault.ErrorId, fault.Category));
        Assert.Contains(elsewhere.BaseUri.Authority, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token=x", fault.Message, StringComparison.Ordinal);
        Assert.Contains("-Uri", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal((1, 0), (server.Requests.Count, elsewhere.Connections));
    }

    [Fact]
    public async Task A_redirect_to_the_same_host_is_not_followed_either()
    {
        await using var server = new StubServer(StubAnswer.Empty(302).With("Location", "/auth/login/"));
        using var line = new Line(server.BaseUri);

        Assert.Equal("SentryRedirected", (await line.FailAsync()).ErrorId);
        Assert.Single(server.Requests);
    }

    private static async Task<SentryApiException> FailAsync(StubAnswer answer)
    {
        await using var server = new StubServer(answer);
        using var line = new Line(server.BaseUri, retries: 0);
        return await line.FailAsync(line.To(MemberEndpoints.Members, "acme"));
    }
}
