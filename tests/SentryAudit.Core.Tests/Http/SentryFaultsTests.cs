using SentryAudit.Http;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Core.Tests.Http;

public sealed class SentryFaultsTests
{
    private static readonly SentryRequest Request = new()
    {
        Host = new Uri("https://sentry.example/"),
        Endpoint = ReleaseEndpoints.Releases,
        Path = ReleaseEndpoints.Releases.Path("acme"),
        Query = [KeyValuePair.Create("query", "hidden")],
    };

    [Theory]
    [InlineData(302, "SentryRedirected", SentryErrorCategory.ConnectionError)]
    [InlineData(400, "SentryBadRequest", SentryErrorCategory.InvalidArgument)]
    [InlineData(401, "SentryUnauthorized", SentryErrorCategory.AuthenticationError)]
    [InlineData(403, "SentryForbidden", SentryErrorCategory.PermissionDenied)]
    [InlineData(404, "SentryNotFound", SentryErrorCategory.ObjectNotFound)]
    [InlineData(408, "SentryTimeout", SentryErrorCategory.OperationTimeout)]
    [InlineData(409, "SentryConflict", SentryErrorCategory.ResourceExists)]
    [InlineData(410, "SentryGone", SentryErrorCategory.ResourceUnavailable)]
    [InlineData(418, "SentryUnexpectedStatus", SentryErrorCategory.InvalidResult)]
    [InlineData(429, "SentryRateLimited", SentryErrorCategory.LimitsExceeded)]
    [InlineData(500, "SentryServerError", SentryErrorCategory.ResourceUnavailable)]
    [InlineData(599, "SentryServerError", SentryErrorCategory.ResourceUnavailable)]
    public void Every_status_has_an_id_a_category_and_a_remedy(int status, string id, SentryErrorCategory category)
    {
        var fault = AnswerFaults.From(Request, new ErrorAnswer(status, SentryErrorBody.Empty));

        Assert.Equal((id, category, (int?)status), (fault.ErrorId, fault.Category, fault.Status));
        AssertReadable(fault);
    }

    [Fact]
    public void A_deprecation_makes_410_a_brownout()
    {
        var notice = new DeprecationNotice(Request.EndpointName, "2026-05-15", Replacement: null);

        var fault = AnswerFaults.From(Request, new ErrorAnswer(410, SentryErrorBody.Empty) { Deprecation = notice });

        Assert.Equal("SentryBrownout", fault.ErrorId);
        Assert.Contains("2026-05-15", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_403_names_the_scopes_of_which_one_is_needed()
    {
        var refused = AnswerFaults.From(Request, new ErrorAnswer(403, SentryErrorBody.Empty));
        var unknown = AnswerFaults.From(Request, new ErrorAnswer(404, SentryErrorBody.Empty));

        Assert.Equal("project:read, project:releases, org:ci", refused.RequiredScope.ToString());
        Assert.Contains("project:read or project:releases or org:ci", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(unknown.RequiredScope);
    }

    [Fact]
    public void Sentrys_own_error_id_comes_before_a_header()
    {
        var fault = AnswerFaults.From(
            Request,
            new ErrorAnswer(500, new SentryErrorBody("Internal Error", ErrorId: "body")) { RequestId = "header" });

        Assert.Equal("body", fault.RequestId);
        Assert.EndsWith("Internal Error. Request id: body.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_names_where_it_wanted_to_go()
    {
        var fault = AnswerFaults.From(
            Request,
            new ErrorAnswer(302, SentryErrorBody.Empty) { RedirectHost = "https://login.example" });

        Assert.Contains("https://login.example", fault.Message, StringComparison.Ordinal);
        Assert.Contains("-Uri", fault.RecommendedAction, StringComparison.Ordinal);
        AssertReadable(fault);
    }

    [Theory]
    [InlineData("member-disabled-over-limit", null, "signing in again does not help")]
    [InlineData("2fa-required", null, "two-factor")]
    [InlineData("sso-required", null, "single sign-on")]
    [InlineData("sudo-required", null, "web interface")]
    [InlineData("primary-email-verification-required", null, "verify")]
    [InlineData(null, "Token expired", "create a new one")]
    [InlineData(null, "Invalid org token", "organization token")]
    [InlineData(null, "User inactive or deleted", "deactivated")]
    [InlineData(null, TokenRemedies.OrganizationOnly, "-Organization")]
    [InlineData(null, "Unauthorized organization access.", "another organization")]
    [InlineData(null, "Authentication credentials were not provided.", "proxy")]
    [InlineData(null, null, "not revoked")]
    public void A_refused_token_has_its_own_remedy(string? code, string? detail, string expected)
    {
        var fault = AnswerFaults.From(Request, new ErrorAnswer(401, new SentryErrorBody(detail, code)));

        Assert.Contains(expected, fault.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal((code, detail), (fault.Code, fault.Detail));
    }

    [Fact]
    public void A_limit_too_long_to_wait_for_names_its_end_in_UTC()
    {
        var limited = AnswerFaults.From(Request, new ErrorAnswer(429, SentryErrorBody.Empty));

        var fault = SentryFaults.WaitTooLong(Request, limited, new DateTimeOffset(2026, 9, 1, 14, 0, 0, TimeSpan.FromHours(2)));

        Assert.Contains("until 2026-09-01 12:00:00 UTC", fault.Message, StringComparison.Ordinal);
        Assert.Equal("SentryRateLimited", fault.ErrorId);
        AssertReadable(fault);
    }

    [Fact]
    public void Failures_without_an_answer_are_distinguished()
    {
        var faults = new[]
        {
            SentryFaults.TimedOut(Request, TimeSpan.FromSeconds(30)),
            SentryFaults.Unreachable(Request, "its name is not known", inner: null),
            SentryFaults.Unreadable(Request, 200, isHtml: true, inner: null),
            SentryFaults.Unreadable(Request, 200, isHtml: false, inner: null),
            SentryFaults.UntrustedHost(Request),
            SentryFaults.Unencrypted(Request),
            SentryFaults.MalformedToken(Request),
            SentryFaults.Unaddressable(Request),
            SentryFaults.Closed(Request),
        };

        Assert.Equal(8, faults.Select(fault => fault.ErrorId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(faults, AssertReadable);
    }

    private static void AssertReadable(SentryApiException fault)
    {
        Assert.Equal("GET organizations/{org}/releases/", fault.Endpoint);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("..", fault.Message.Replace("'..'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", fault.ToString(), StringComparison.Ordinal);
    }
}
