using System.Net;
using System.Text.Json;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Projects;

public sealed class ProjectKeyListingTests
{
    private const string Path = "organizations/acme/project-keys/";
    private const string Plain = "0123456789abcdef0123456789abcafe";
    private const string Half = "fedcba9876543210fedcba9876543210";

    private const string Full = $$$"""
        {"id":"{{{Plain}}}","name":"N","label":"Default","public":"{{{Plain}}}","secret":"{{{Half}}}","projectId":3,"isActive":false,
         "rateLimit":{"window":3600,"count":1000},
         "dsn":{"public":"https://{{{Plain}}}@o2.ingest.example/3","secret":"https://{{{Plain}}}:{{{Half}}}@o2.ingest.example/3"},
         "dateCreated":"2026-08-01T12:00:05Z"}
        """;

    [Fact]
    public async Task Every_field_of_a_key_is_mapped()
    {
        var key = await One(Full);

        Assert.Equal(
            ("Default", "********cafe", "3", "web", "acme"),
            (key.Label, key.PublicKey, key.ProjectId, key.ProjectSlug, key.OrganizationSlug));
        Assert.Equal(
            (false, 1000, TimeSpan.FromHours(1), 3600),
            (key.IsActive, key.RateLimitCount, key.RateLimitWindow, key.RateLimitWindowSeconds));
        Assert.Equal((31, FakeTransport.ReadAt), (key.AgeDays, key.LastUpdated));
        Assert.Null(key.Secret);
    }

    [Fact]
    public async Task The_id_is_a_fingerprint_that_stays_the_same()
    {
        var (first, second) = (await One(Full), await One(Full));

        Assert.Matches("^[0-9a-f]{16}$", first.Id);
        Assert.Equal(first.Id, second.Id);
        Assert.DoesNotContain(first.Id, Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_of_the_object_holds_the_key()
    {
        foreach (var showSecret in new[] { false, true })
        {
            var key = await One(Full, showSecret);
            var texts = key.GetType().GetProperties().Select(property => property.GetValue(key)?.ToString()).Append(key.ToString());
            Assert.All(texts, text =>
                Assert.False(
                    text?.Contains(Plain, StringComparison.OrdinalIgnoreCase) is true
                        || text?.Contains(Half, StringComparison.Ordinal) is true,
                    text));
            Assert.DoesNotContain(
                Plain,
                JsonSerializer.Serialize(
                    new
                    {
                        key.Id,
                        key.Label,
                        key.PublicKey,
                        key.Secret,
                    }
                ),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_DSN_comes_on_request_without_its_secret_half()
    {
        var key = await One(Full, showSecret: true);

        Assert.Equal($"https://{Plain}@o2.ingest.example/3", new NetworkCredential("", key.Secret).Password);
        Assert.True(key.Secret!.IsReadOnly());
    }

    [Fact]
    public async Task Without_a_DSN_the_key_is_used() =>
        Assert.Equal(Plain, new NetworkCredential("", (await One($$"""{"id":"{{Plain}}"}""", showSecret: true)).Secret).Password);

    [Fact]
    public async Task What_Sentry_does_not_send_is_unknown()
    {
        var key = await One($$"""{"id":"{{Plain}}","rateLimit":null,"dateCreated":null,"projectId":9}""");

        Assert.Equal((null, null, null, null), (key.IsActive, key.RateLimitCount, key.RateLimitWindow, key.RateLimitWindowSeconds));
        Assert.Equal((null, null, "9", null), (key.DateCreated, key.AgeDays, key.ProjectId, key.ProjectSlug));
    }

    [Fact]
    public async Task No_status_is_asked_for_and_projects_are_filtered_here()
    {
        var transport = Transport($$"""{"id":"{{Plain}}","projectId":3},{"id":"{{Half}}","projectId":4}""");

        var keys = await Estate
            .Api(transport)
            .ProjectKeys.ListAsync(Estate.Acme, [Estate.Project("4", "api")], showSecret: false, default)
            .ToListAsync();

        Assert.Equal(["api"], keys.Select(key => key.ProjectSlug));
        Assert.Equal((Estate.Region, "per_page=100"), (transport.Requests.Single().Host, transport.Requests.Single().QueryText()));
    }

    [Theory]
    [InlineData(Plain, true)]
    [InlineData("0123456789ABCDEF0123456789ABCAFE", true)]
    [InlineData($"https://{Plain}@o2.ingest.example/3", true)]
    [InlineData($"https://{Plain}:{Half}@o2.ingest.example/3", true)]
    [InlineData("default", true)]
    [InlineData("Def*", true)]
    [InlineData(Half, false)]
    [InlineData("*cafe", false)]
    public async Task A_key_is_found_by_label_by_itself_and_by_its_DSN(string text, bool matches)
    {
        var reference = new ProjectKeyReference(text);

        Assert.Equal(matches, reference.Matches(await One(Full)));
        Assert.False(reference.Value.Contains(Plain, StringComparison.OrdinalIgnoreCase));
    }

    private static FakeTransport Transport(string items) =>
        new FakeTransport().On(Path, $"[{items}]").On("organizations/acme/projects/", """[{"id":"3","slug":"web"}]""");

    private static async Task<SentryProjectKey> One(string json, bool showSecret = false) =>
        await Estate.Api(Transport(json)).ProjectKeys.ListAsync(Estate.Acme, wanted: null, showSecret, default).SingleAsync();
}
