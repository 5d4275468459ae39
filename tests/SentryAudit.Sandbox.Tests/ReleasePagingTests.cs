using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class ReleasePagingTests : SandboxTest
{
    protected override SandboxOptions Options => new() { RateLimits = false, Releases = 90 };

    private IEnumerable<string> OpenVersions => Acme.Releases.Where(release => release.Status == "open").Select(release => release.Version);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Following_the_cursor_meets_every_open_release_once(int size) =>
        Assert.Equal(OpenVersions, await WalkAsync(size));

    [Fact]
    public async Task Releases_of_the_same_millisecond_are_neither_lost_nor_repeated()
    {
        foreach (var release in Acme.Releases.Skip(10).Take(20))
        {
            release.DateCreated = Acme.Releases[10].DateCreated;
        }

        Assert.Equal(OpenVersions, await WalkAsync(4));
    }

    [Fact]
    public async Task The_cursor_is_a_moment_in_milliseconds()
    {
        var first = await Api.GetAsync("organizations/acme/releases/?project=-1&per_page=3");
        var value = long.Parse(first.Link("next").Cursor.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);

        var next = Acme.Releases.Where(release => release.Status == "open").ElementAt(3).DateCreated;
        Assert.InRange(value - next.ToUnixTimeMilliseconds(), 0, 1);
    }

    [Fact]
    public async Task A_previous_cursor_leads_back()
    {
        var first = await Api.GetAsync("organizations/acme/releases/?project=-1&per_page=5");
        var second = await Api.GetAsync($"organizations/acme/releases/?project=-1&per_page=5&cursor={first.Link("next").Cursor}");
        var back = await Api.GetAsync($"organizations/acme/releases/?project=-1&per_page=5&cursor={second.Link("previous").Cursor}");

        Assert.False(first.Link("previous").Results);
        Assert.True(second.Link("previous").Results);
        Assert.Equal(first.All("version"), back.All("version"));
        Assert.Equal(first.Link("next"), back.Link("next"));
    }

    [Fact]
    public async Task Archived_releases_come_only_when_asked_for()
    {
        Assert.Equal(
            Acme.Releases.Where(release => release.Status == "archived").Select(release => release.Version),
            await WalkAsync(100, "&status=archived"));
        Assert.Equal(90, (await WalkAsync(100, "&status=")).Count);
    }

    [Fact]
    public async Task Environment_project_and_text_narrow_the_list()
    {
        var staging = await WalkAsync(100, "&environment=staging");
        var text = await WalkAsync(100, "&query=search%40");
        var last = Acme.Projects[^1].Id;
        var ofLast = (await Api.GetAsync($"organizations/acme/releases/?project={last}")).Json.EnumerateArray();

        Assert.NotEmpty(staging);
        Assert.True(staging.Count < OpenVersions.Count());
        Assert.All(text, version => Assert.StartsWith("search@", version, StringComparison.Ordinal));
        Assert.All(ofLast, release => Assert.Contains(
            release.GetProperty("projects").EnumerateArray(), project => project.GetProperty("id").GetInt64() == last));
    }

    [Fact]
    public async Task A_version_with_at_and_plus_is_found_when_encoded()
    {
        var version = OpenVersions.First(candidate => candidate.Contains('+', StringComparison.Ordinal));
        var answer = await Api.GetAsync($"organizations/acme/releases/{Uri.EscapeDataString(version)}/");

        Assert.Equal(version, answer.Json.GetProperty("version").GetString());
    }

    private async Task<List<string>> WalkAsync(int size, string more = "")
    {
        var versions = new List<string>();
        var cursor = "";
        bool again;
        do
        {
            var page = await Api.GetAsync($"organizations/acme/releases/?project=-1&per_page={size}{more}{cursor}");
            versions.AddRange(page.All("version"));
            (cursor, again) = page.Link("next");
            cursor = "&cursor=" + cursor;
        }
        while (again);

        return versions;
    }
}
