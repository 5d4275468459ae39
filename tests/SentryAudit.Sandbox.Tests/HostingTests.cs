using System.Diagnostics;
using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class HostingTests : SandboxTest
{
    [Fact]
    public async Task The_log_keeps_what_was_asked()
    {
        await Api.GetAsync("organizations/acme/members/?per_page=5");
        await Api.GetAsync("organizations/acme/releases/a%40b/");

        var first = Server.Requests.First();
        Assert.Equal(("GET", 200), (first.Method, first.Status));
        Assert.Equal(("/api/0/organizations/acme/members/", "?per_page=5"), (first.Path, first.Query));
        Assert.Equal("Bearer " + Server.Token, first.Headers["authorization"]);
        Assert.Equal(Server.BaseUri.Port, first.Port);
        var second = Server.Requests.To("organizations/{org}/releases/{version}/").Single();
        Assert.Equal((2L, "/api/0/organizations/acme/releases/a%40b/", 404), (second.Sequence, second.RawTarget, second.Status));

        Server.Requests.Clear();
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Nothing_is_logged_when_not_wanted()
    {
        await using var quiet = await SandboxServer.StartAsync(new() { LogRequests = false });
        using var api = As(quiet.Token, quiet.BaseUri);
        await api.GetAsync("organizations/");

        Assert.Empty(quiet.Requests);
    }

    [Theory]
    [InlineData(DecompressionMethods.GZip)]
    [InlineData(DecompressionMethods.Brotli)]
    public async Task Answers_are_compressed_on_request(DecompressionMethods method)
    {
        using var compressed = new ApiClient(Server.BaseUri, Server.Token, method);

        var plain = await Api.GetAsync("organizations/acme/members/");
        var small = await compressed.GetAsync("organizations/acme/members/");

        var asked = Server.Requests.Last().Headers["Accept-Encoding"];
        Assert.Contains(method is DecompressionMethods.GZip ? "gzip" : "br", asked, StringComparison.Ordinal);
        Assert.Equal(plain.Text, small.Text);
        // The handler drops both headers of a body it has unpacked, and only then.
        Assert.NotNull(plain.Header("Content-Length"));
        Assert.Null(small.Header("Content-Length"));
    }

    [Fact]
    public async Task Changes_to_the_estate_show_at_once()
    {
        Server.Estate.Edit(estate => estate.Organizations[0].Members.RemoveAt(5));

        Assert.Equal(24, (await Api.GetAsync("organizations/acme/members/")).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_mistake_of_the_sandbox_is_answered_500_and_kept_in_the_log()
    {
        Acme.Workflows[0].ActionFilters.Add(null!);

        var answer = await Api.GetAsync("organizations/acme/workflows/?project=-1");
        Assert.Equal((HttpStatusCode.InternalServerError, "Internal Error"), (answer.Status, answer.Detail));
        Assert.IsType<NullReferenceException>(Server.Requests.Single().Failure);
    }

    [Fact]
    public async Task A_large_estate_starts_quickly_and_pages_deep_without_effort()
    {
        var watch = Stopwatch.StartNew();
        await using var large = await SandboxServer.StartAsync(new() { Members = 20_000, Releases = 200_000, RateLimits = false });
        using var api = As(large.Token, large.BaseUri);
        var members = await api.GetAsync("organizations/acme/members/?cursor=100:199:0");
        var oldest = large.Estate.Organizations[0].Releases[150_000].DateCreated.ToUnixTimeMilliseconds();
        var releases = await api.GetAsync($"organizations/acme/releases/?project=-1&cursor={oldest}:0:0");

        Assert.Equal((100, 100), (members.Json.GetArrayLength(), releases.Json.GetArrayLength()));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }
}
