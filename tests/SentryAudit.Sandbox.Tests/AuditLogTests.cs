using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class AuditLogTests : SandboxTest
{
    private const string Log = "organizations/acme/audit-logs/";

    [Fact]
    public async Task The_log_is_an_object_with_rows_and_every_event_there_is()
    {
        var answer = await Api.GetAsync(Log);
        var options = answer.Json.GetProperty("options").EnumerateArray().Select(option => option.GetString()).ToList();

        Assert.Equal(60, Rows(answer).Count);
        Assert.All(Rows(answer), row => Assert.Contains(row.GetProperty("event").GetString(), options));
        Assert.Contains("org-auth-token.create", options);
        Assert.Equal(Acme.AuditLog.Select(entry => entry.Id), Ids(answer));
    }

    [Fact]
    public async Task Actors_are_users_or_names_and_targets_users_numbers_or_nobody()
    {
        var rows = Rows(await Api.GetAsync(Log));

        Assert.Contains(rows, row => row.GetProperty("actor").TryGetProperty("id", out _));
        Assert.Contains(rows, row => !row.GetProperty("actor").TryGetProperty("id", out _));
        Assert.Superset(
            new HashSet<JsonValueKind>([JsonValueKind.Object, JsonValueKind.Number, JsonValueKind.Null]),
            rows.Select(row => row.GetProperty("targetUser").ValueKind).ToHashSet());
        Assert.Contains(rows, row => row.GetProperty("ipAddress").ValueKind is JsonValueKind.Null);
        Assert.Contains(rows, row => row.GetProperty("targetObject").ValueKind is JsonValueKind.Null);
        Assert.Contains(rows, row => row.GetProperty("data").TryGetProperty("old_slug", out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public async Task Date_cursors_lose_no_entry_though_entries_share_a_moment(int size)
    {
        var seen = new List<string>();
        var cursor = "";
        for (var results = true; results;)
        {
            var page = await Api.GetAsync($"{Log}?per_page={size}&cursor={cursor}");
            seen.AddRange(Ids(page));
            (cursor, results) = page.Link("next");
        }

        Assert.Equal(Acme.AuditLog.Select(entry => entry.Id), seen);
    }

    [Fact]
    public async Task Events_actors_and_windows_narrow_the_log()
    {
        var actor = Acme.AuditLog[0].Actor!.Id;

        var invites = Rows(await Api.GetAsync(Log + "?event=member.invite"));
        Assert.NotEmpty(invites);
        Assert.All(invites, row => Assert.Equal("member.invite", row.GetProperty("event").GetString()));
        Assert.Empty(Rows(await Api.GetAsync(Log + "?event=member.teleport")));
        Assert.Equal(Acme.AuditLog.Count(entry => entry.Actor?.Id == actor), Rows(await Api.GetAsync(Log + "?actor=" + actor)).Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.GetAsync(Log + "?actor=ada")).Status);
        var week = await Api.GetAsync(Log + "?start=2026-08-01&end=2026-08-08");
        Assert.Equal(Acme.AuditLog.Count(entry => entry.DateCreated is { Month: 8, Day: < 8 }), Rows(week).Count);
    }

    [Theory]
    [InlineData("org:read", HttpStatusCode.Forbidden)]
    [InlineData("org:write", HttpStatusCode.OK)]
    [InlineData("org:admin", HttpStatusCode.OK)]
    public async Task Reading_it_needs_the_right_to_write(string scope, HttpStatusCode expected)
    {
        using var api = As(Server.CreateToken(SandboxTokenKind.User, scope));

        Assert.Equal(expected, (await api.GetAsync(Log)).Status);
    }

    private static List<JsonElement> Rows(ApiAnswer answer) => [.. answer.Json.GetProperty("rows").EnumerateArray()];

    private static IEnumerable<string> Ids(ApiAnswer answer) => Rows(answer).Select(row => row.GetProperty("id").GetString()!);
}
