using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class PagingTests : SandboxTest
{
    protected override SandboxOptions Options => new() { RateLimits = false, Members = 250 };

    [Fact]
    public async Task Offset_cursors_hold_the_page_size_and_the_page_number()
    {
        var first = await Api.GetAsync("organizations/acme/members/");
        var second = await Api.GetAsync("organizations/acme/members/?cursor=100:1:0");
        var third = await Api.GetAsync("organizations/acme/members/?cursor=100:2:0");

        Assert.Equal((100, 100, 50), (first.Json.GetArrayLength(), second.Json.GetArrayLength(), third.Json.GetArrayLength()));
        Assert.Equal(("100:1:0", true), first.Link("next"));
        Assert.Equal(("100:-1:1", false), first.Link("previous"));
        Assert.Equal(("100:0:1", true), second.Link("previous"));
        Assert.Equal(("100:3:0", false), third.Link("next"));
        Assert.Equal(Acme.Members.Select(member => member.Id), [.. first.All("id"), .. second.All("id"), .. third.All("id")]);
    }

    [Theory]
    [InlineData("99:1:0", 99, 100)]
    [InlineData("99:2:0", 198, 52)]
    [InlineData("50:3:0", 150, 51)]
    [InlineData("99:0:0", 0, 100)]
    [InlineData("200:1:0", 200, 50)]
    [InlineData("120:1:0", 140, 100)]
    public async Task A_page_starts_at_the_product_of_a_cursor_and_its_next_then_leads_nowhere(string cursor, int start, int length)
    {
        var page = await Api.GetAsync($"organizations/acme/members/?per_page=100&cursor={cursor}");

        Assert.Equal(Acme.Members.Skip(start).Take(length).Select(member => member.Id), page.All("id"));
        Assert.Equal(cursor is "120:1:0", page.Link("next").Results);
    }

    [Fact]
    public async Task A_previous_cursor_leads_back()
    {
        var second = await Api.GetAsync("organizations/acme/members/?per_page=10&cursor=10:1:0");
        var back = await Api.GetAsync($"organizations/acme/members/?per_page=10&cursor={second.Link("previous").Cursor}");

        Assert.Equal(Acme.Members.Take(10).Select(member => member.Id), back.All("id"));
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_empty_and_has_no_next_one()
    {
        var beyond = await Api.GetAsync("organizations/acme/members/?cursor=100:9:0");

        Assert.Equal("[]", beyond.Text);
        Assert.False(beyond.Link("next").Results);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    public async Task A_page_size_outside_1_to_100_is_refused_not_clamped(string size)
    {
        var answer = await Api.GetAsync($"organizations/acme/members/?per_page={size}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Invalid per_page value. Must be between 1 and 100.", answer.Detail);
    }

    [Theory]
    [InlineData("x", "Invalid cursor parameter.")]
    [InlineData("1:2", "Invalid cursor parameter.")]
    [InlineData("a:b:c", "Invalid cursor parameter.")]
    [InlineData("100:-2:0", "Pagination offset cannot be negative")]
    public async Task A_bad_cursor_is_refused(string cursor, string why)
    {
        var answer = await Api.GetAsync($"organizations/acme/members/?cursor={cursor}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(why, answer.Detail);
    }

    [Fact]
    public async Task A_cursor_too_large_to_multiply_is_beyond_the_end()
    {
        var answer = await Api.GetAsync("organizations/acme/members/?cursor=9000000000000000000:9000000000000000000:0");

        Assert.Equal("[]", answer.Text);
    }

    [Fact]
    public async Task Links_keep_the_query_and_name_the_region_that_answered()
    {
        var answer = await Api.GetAsync("organizations/acme/members/?query=isInvited%3Atrue&per_page=1");

        var next = $"<{Server.RegionUris[0]}api/0/organizations/acme/members/?query=isInvited%3Atrue&per_page=1&cursor=1:1:0>";
        Assert.Contains(next, answer.Header("Link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_workflows_and_detectors_count_their_rows()
    {
        Assert.Equal("12", (await Api.GetAsync("organizations/acme/workflows/?project=-1&per_page=5")).Header("X-Hits"));
        Assert.NotNull((await Api.GetAsync("organizations/acme/detectors/?project=-1")).Header("X-Hits"));
        Assert.Null((await Api.GetAsync("organizations/acme/members/")).Header("X-Hits"));
    }

    [Theory]
    [InlineData("users/")]
    [InlineData("environments/")]
    [InlineData("projects/?all_projects=1")]
    public async Task Lists_without_pages_have_no_link(string list) =>
        Assert.Null((await Api.GetAsync("organizations/acme/" + list)).Header("Link"));
}
