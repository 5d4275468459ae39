using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api;

/// <summary>An answer about one thing that lacks the key of it is no answer: it would make an object that proves nothing.</summary>
public sealed class KeylessAnswerTests
{
    [Theory]
    [InlineData("{}", "id")]
    [InlineData("""{"detail":"queued"}""", "id")]
    [InlineData("""{"id":"2"}""", "slug")]
    [InlineData("""{"id":{},"slug":"acme"}""", "id")]
    public async Task An_object_without_its_key_is_an_invalid_response(string json, string key)
    {
        var api = Estate.Api(new FakeTransport().On("organizations/acme/", json));

        var fault = await Assert.ThrowsAsync<SentryApiException>(() => api.Organizations.GetAsync(Estate.Acme, default));

        Assert.Equal(("SentryInvalidResponse", "GET organizations/{org}/"), (fault.ErrorId, fault.Endpoint));
        Assert.Contains($"lacks '{key}' ($.{key})", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"projects":null}""")]
    [InlineData("""{"projects":[null]}""")]
    [InlineData("""{"projects":[{"id":"3","slug":"web"}]}""")]
    [InlineData("""{"projects":[{"id":"3","slug":"web","stats":[{"outcomes":{"accepted":1}}]}]}""")]
    [InlineData("""{"projects":[{"id":"3","stats":[]}]}""")]
    public async Task Usage_of_nobody_is_no_usage_of_zero(string json)
    {
        var api = Estate.Api(new FakeTransport().On("organizations/acme/stats-summary/", json));
        var day = new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);

        var fault = await Assert.ThrowsAsync<SentryApiException>(() =>
            api.Usage.ReadAsync(Estate.Acme, [Estate.Project("3", "web")], category: null, new(day, day.AddDays(1)), default));

        Assert.Equal("SentryInvalidResponse", fault.ErrorId);
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("""[{"id":"admin"},null]""", false)]
    [InlineData("""[{"id":"admin"},{"name":"nobody"}]""", false)]
    [InlineData("""[{"id":"admin"}]""", true)]
    public async Task Team_roles_that_are_not_told_are_missed(string teamRoles, bool isWhole)
    {
        var json = $$"""{"orgRoleList":[{"id":"member"}],"teamRoleList":{{teamRoles}}}""";
        var roles = await Estate.Api(new FakeTransport().On("organizations/acme/", json)).Roles.ReadAsync(Estate.Acme, default);

        Assert.Equal("member", roles.Roles[0].Id);
        Assert.Equal(isWhole ? null : "SentryRolesUnknown", roles.Gap?.ErrorId);
        Assert.Equal(isWhole, Record.Exception(() => roles.ReadWhole().ToArray()) is null);
    }
}
