using SentryAudit.Api.Organizations;

namespace SentryAudit.Core.Tests.Api.Organizations;

public sealed class AuditNoteTests
{
    [Theory]
    [InlineData("api-key.create", "added api key ci")]
    [InlineData("org.edit", "edited the organization setting: require_2fa to True, name from A to B")]
    [InlineData("project.edit", "edited project settings in slug to web in name to Web")]
    [InlineData("project.edit", "renamed project slug from gate to gateway")]
    [InlineData("project.remove-with-origin", "removed project web in settings")]
    [InlineData("member.edit", "edited member ben@acme.example (role: member, teams: dock)")]
    [InlineData("rule.create", "added rule \"Errors per minute > 5, token refresh\"")]
    [InlineData("org-auth-token.create", "added org auth token ci-deploy")]
    [InlineData("metric.block", "blocked metric c:custom/foo@none for project web")]
    [InlineData("project.create", "created project a-project-with-a-name-of-many-words-2024")]
    [InlineData("not-invented.yet", "did something, somewhere: here")]
    [InlineData("member.edit", "")]
    [InlineData(null, null)]
    public void A_harmless_sentence_is_kept(string? name, string? note) => Assert.Equal(note, AuditNote.Of(name, note, []));

    [Theory]
    [InlineData(
        "org.edit",
        "edited the organization setting: slug to a, relay_secret b, c d",
        "edited the organization setting: slug to a, relay_secret (hidden)")]
    [InlineData(
        "project.edit",
        "edited project settings in slug to web in sentry:token to abc in name to Web",
        "edited project settings in slug to web in sentry:token (hidden)")]
    [InlineData(
        "sso.edit",
        "edited sso settings: require_link to True, certificate to abc",
        "edited sso settings: require_link to True, certificate (hidden)")]
    public void A_list_of_settings_ends_at_the_first_that_is_not_known(string name, string note, string expected) =>
        Assert.Equal(expected, AuditNote.Of(name, note, []));

    [Theory]
    [InlineData("https://hooks.example.com/a/b", "https://hooks.example.com/(hidden)")]
    [InlineData("https://robot:Zk8Qw3Rt6Yp1L...", "https://(hidden)")]
    [InlineData("hooks.example.com/a/b", "(hidden)")]
    public void Of_a_service_hook_the_host_is_left(string address, string expected) =>
        Assert.Equal(
            $"added a service hook for \"{expected}\"",
            AuditNote.Of("servicehook.create", $"added a service hook for \"{address}\"", []));

    [Fact]
    public void What_is_hidden_in_the_details_is_hidden_in_the_sentence() =>
        Assert.Equal(
            "did (hidden), something created",
            AuditNote.Of("not-invented.yet", "did Horse-Battery-7, something created", ["Horse-Battery-7", "created", "something"]));

    [Fact]
    public void Text_that_is_made_to_take_long_is_kept_in_time()
    {
        string[] texts =
        [
            new('z', 100_000), string.Concat(Enumerable.Repeat("a:", 50_000)), string.Concat(Enumerable.Repeat("token", 20_000)),
        ];

        Assert.All(texts, text => Assert.Equal(text, AuditNote.Of("rule.create", "x " + text, [])![2..]));
    }
}
