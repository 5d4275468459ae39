using SentryAudit.Api;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Core.Tests.Api;

public sealed class ApiPathTests
{
    [Theory]
    [InlineData("organizations/acme/members/", "organizations/acme/members/", "organizations/{org}/members/", "acme")]
    [InlineData("/organizations/acme/members", "organizations/acme/members/", "organizations/{org}/members/", "acme")]
    [InlineData("/api/0/organizations/acme/", "organizations/acme/", "organizations/{org}/", "acme")]
    [InlineData("organizations/", "organizations/", "organizations/", null)]
    [InlineData("/", "", "", null)]
    [InlineData("users/me/regions/", "users/me/regions/", "users/me/regions/", null)]
    [InlineData("organizations/acme/audit-logs/", "organizations/acme/audit-logs/", "organizations/{org}/audit-logs/", null)]
    [InlineData("organizations/acme/integrations/7/", "organizations/acme/integrations/7/", "organizations/{org}/integrations/{id}/", null)]
    [InlineData(
        "projects/acme/web/keys/0123456789abcdef0123456789abcdef/",
        "projects/acme/web/keys/0123456789abcdef0123456789abcdef/",
        "projects/{org}/{project}/keys/{id}/",
        "acme")]
    [InlineData("teams/acme/web/members/", "teams/acme/web/members/", "teams/{org}/{team}/members/", "acme")]
    [InlineData("organizations/acme/scim/v2/Users", "organizations/acme/scim/v2/Users", "organizations/{org}/scim/v2/Users", "acme")]
    [InlineData(
        "organizations/acme/releases/web@1 0/",
        "organizations/acme/releases/web%401%200/",
        "organizations/{org}/releases/web%401%200/",
        "acme")]
    [InlineData(
        "organizations/acme/releases/web%401%2F0/",
        "organizations/acme/releases/web%401%2F0/",
        "organizations/{org}/releases/web%401%2F0/",
        "acme")]
    public void A_path_is_escaped_closed_and_routed(string text, string path, string template, string? organization)
    {
        var parsed = ApiPath.Parse(text);

        Assert.Equal((path, template, organization, null), (parsed.Path, parsed.Endpoint.Template, parsed.Organization, parsed.Host));
        Assert.Equal(organization is null ? SentrySilo.Control : SentrySilo.Region, parsed.Endpoint.Silo);
    }

    [Theory]
    [InlineData("https://us.sentry.io/api/0/organizations/acme/?a=1", "https://us.sentry.io/")]
    [InlineData("https://example.org/sentry/api/0/organizations/acme/", "https://example.org/sentry/")]
    public void An_address_has_its_host(string text, string host)
    {
        Assert.Equal(new Uri(host), ApiPath.Parse(text).Host);
        Assert.Equal("organizations/acme/", ApiPath.Parse(text).Path);
    }

    [Fact]
    public void A_query_is_taken_apart() =>
        Assert.Equal(
            "a=1 2|b=|a=x&y",
            string.Join(
                '|',
                ApiPath.Parse("organizations/?a=1+2&b&a=x%26y").Query.Select(parameter => $"{parameter.Key}={parameter.Value}")));

    [Theory]
    [InlineData("https://sentry.io/organizations/")]
    [InlineData("ftp://sentry.io/api/0/")]
    [InlineData("https://user:secret@sentry.io/api/0/")]
    [InlineData("//evil.example/api/0/")]
    [InlineData("organizations/#x")]
    public void What_is_no_path_is_refused_and_not_repeated_where_it_may_hold_a_password(string text)
    {
        var error = Assert.Throws<SentryException>(() => ApiPath.Parse(text));

        Assert.Equal("InvalidApiPath", error.ErrorId);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}
