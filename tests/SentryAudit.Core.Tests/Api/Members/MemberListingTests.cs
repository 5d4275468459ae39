using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Members;

public sealed class MemberListingTests
{
    private const string Path = "organizations/acme/members/";

    [Fact]
    public async Task Every_field_of_a_member_is_mapped()
    {
        var member = await One("""
            {"id":"573","email":"a@acme.io","name":"Ann","orgRole":"billing","role":"member","pending":false,"expired":true,
             "dateCreated":"2021-07-06T21:13:01Z",
             "inviteStatus":"approved","inviterName":"Bob",
             "flags":{"idp:provisioned":true,"idp:role-restricted":false,"sso:linked":true,"sso:invalid":false,
             "member-limit:restricted":true,"partnership:restricted":false},
             "user":{"id":"280","email":"primary@acme.io","name":"Ann User","isActive":true,"isSuspended":false,"has2fa":true,
             "hasPasswordAuth":false,
                     "dateJoined":"2019-01-01T00:00:00Z","lastLogin":"2026-08-02T18:25:00.051182Z","lastActive":null}}
            """);

        Assert.Equal(
            ("573", "280", "a@acme.io", "Ann", "billing", "acme"),
            (member.Id, member.UserId, member.Email, member.Name, member.Role, member.OrganizationSlug));
        Assert.Equal(
            (false, true, true, false, true),
            (member.Pending, member.Expired, member.IsActive, member.IsSuspended, member.Has2FA));
        Assert.Equal(("approved", "Bob", false), (member.InviteStatus, member.InviterName, member.HasPasswordAuth));
        Assert.Equal((true, false, true, false), (member.SsoLinked, member.SsoInvalid, member.IdpProvisioned, member.IdpRoleRestricted));
        Assert.Equal((true, false), (member.MemberLimitRestricted, member.PartnershipRestricted));
        Assert.Equal(new DateTimeOffset(2021, 7, 6, 21, 13, 1, TimeSpan.Zero), member.DateCreated);
        Assert.Equal(new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero), member.DateJoined);
        Assert.Equal(new DateTimeOffset(2026, 8, 2, 18, 25, 0, TimeSpan.Zero).AddTicks(511820), member.LastLogin);
        Assert.Null(member.LastActive);
        Assert.Equal(SentryUserStatusKind.Active, member.Status);
        Assert.Equal((null, FakeTransport.ReadAt), (member.FirstSeen, member.LastUpdated));
        Assert.Null(member.TeamSlugs);
        Assert.Null(member.TeamRoles);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task An_invitation_has_no_account_and_nothing_is_said_about_one(string user)
    {
        var member = await One(
            $$"""{"id":"574","email":"new@acme.io","name":"new@acme.io","orgRole":"member","pending":true,"user":{{user}}}"""
        );

        Assert.Equal((null, null, null, null), (member.UserId, member.Has2FA, member.IsActive, member.IsSuspended));
        Assert.Equal((null, null, null), (member.LastLogin, member.LastActive, member.DateJoined));
        Assert.Equal(SentryUserStatusKind.Suspended, member.Status);
    }

    [Fact]
    public async Task An_account_that_is_said_to_be_active_is_one_without_an_id_and_whatever_is_pending()
    {
        var member = await One("""{"id":"574","pending":true,"user":{"isActive":true,"has2fa":false}}""");

        Assert.Equal((null, true, false), (member.UserId, member.IsActive, member.Has2FA));
        Assert.Equal(SentryUserStatusKind.Active, member.Status);
    }

    [Fact]
    public async Task What_Sentry_does_not_send_is_unknown()
    {
        var member = await One("""{"id":"575","user":{"id":"281"}}""");

        Assert.Equal((null, null, null, null, null), (member.Pending, member.Expired, member.Has2FA, member.IsActive, member.SsoLinked));
        Assert.Equal((null, null, null), (member.Role, member.DateCreated, member.Email));
    }

    [Theory]
    [InlineData("\"9007199254740993\"")]
    [InlineData("9007199254740993")] // 2^53 + 1, which a double can't hold
    public async Task Ids_come_as_text_or_as_numbers(string id)
    {
        var member = await One($$"""{"id":{{id}},"user":{ "id":{{id}} } }""");

        Assert.Equal(("9007199254740993", "9007199254740993"), (member.Id, member.UserId));
    }

    [Theory]
    [InlineData("""{"id":"1","role":"manager"}""", "manager")] // the name before orgRole
    [InlineData("""{"id":"1","role":"member","orgRole":"owner"}""", "owner")]
    [InlineData("""{"id":"1","orgRole":"tea-maker"}""", "tea-maker")]
    public async Task Roles_are_taken_as_they_are(string json, string role) => Assert.Equal(role, (await One(json)).Role);

    [Theory]
    [InlineData("""{"id":"1","user":{"id":"2","email":"u@acme.io","name":"U"}}""", "u@acme.io", "U")]
    [InlineData("""{"id":"1","email":"m@acme.io","name":"M","user":{"id":"2","email":"u@acme.io","name":"U"}}""", "m@acme.io", "M")]
    public async Task Address_and_name_are_those_of_the_membership_or_else_of_the_account(string json, string email, string name)
    {
        var member = await One(json);

        Assert.Equal((email, name), (member.Email, member.Name));
    }

    [Theory]
    [InlineData("""{"":{"":[1]},"id":"1"}""")]
    [InlineData("""{"id":"1","ünknown":{"a":[{"b":null}]},"user":{"id":"2","":0,"identities":[{}]},"flags":{"":true,"new:flag":true}}""")]
    [InlineData("""{"id":"1","expired":"maybe","pending":1,"flags":{"sso:linked":"x"}}""")]
    public async Task Unknown_keys_and_values_are_ignored(string json)
    {
        var member = await One(json);

        Assert.Equal(("1", null, null, null), (member.Id, member.Expired, member.Pending, member.SsoLinked));
    }

    [Theory]
    [InlineData("2026-08-02T18:25:01Z", 0)]
    [InlineData("2026-08-02T18:25:01.5Z", 5_000_000)]
    [InlineData("2026-08-02T18:25:01.05Z", 500_000)]
    [InlineData("2026-08-02T18:25:01.051Z", 510_000)]
    [InlineData("2026-08-02T18:25:01.0511Z", 511_000)]
    [InlineData("2026-08-02T18:25:01.05118Z", 511_800)]
    [InlineData("2026-08-02T18:25:01.051182Z", 511_820)]
    [InlineData("2026-08-02T18:25:01.051182+00:00", 511_820)]
    [InlineData("2026-08-02T20:25:01+02:00", 0)]
    [InlineData("2026-08-02T18:25:01", 0)] // without an offset it is UTC
    [InlineData("2026-08-02T18:25:01.051182", 511_820)]
    public async Task Times_are_UTC_to_the_microsecond(string text, int ticks)
    {
        var created = (await One($$"""{"id":"1","dateCreated":"{{text}}"}""")).DateCreated;

        Assert.Equal(new DateTimeOffset(2026, 8, 2, 18, 25, 1, TimeSpan.Zero).AddTicks(ticks), created);
        Assert.Equal(TimeSpan.Zero, created!.Value.Offset);
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("1785694501")]
    [InlineData("{\"at\":1}")]
    [InlineData("\"2026-99-99T00:00:00Z\"")]
    public async Task What_is_no_time_is_unknown(string json) =>
        Assert.Null((await One($$"""{"id":"1","dateCreated":{{json}}}""")).DateCreated);

    [Theory]
    [InlineData("per_page=100")]
    [InlineData("query=id:573&per_page=100", "573")]
    [InlineData("query=id:573 id:574&per_page=100", "573", "574")]
    [InlineData("query=email:a@acme.io&per_page=100", "a@acme.io")]
    [InlineData("per_page=100", "Ann Smith")] // a display name can't be searched for exactly
    [InlineData("per_page=100", "a@acme.io", "573")] // different search keys would have to hold both
    [InlineData("per_page=100", "*@acme.io")]
    public async Task Only_keys_are_sent_as_a_search_never_a_filter(string query, params string[] keys)
    {
        var transport = new FakeTransport().On(Path, "[]").On(Path + "573/", 404).On(Path + "574/", 404);

        await Estate
            .Api(transport)
            .Members.ListAsync(Estate.Acme, [.. keys.Select(key => new MemberReference(key))], teams: null, default)
            .ToListAsync();

        Assert.Equal(query, transport.RequestsTo(Path)[0].QueryText());
    }

    [Fact]
    public async Task Who_is_named_by_id_is_found_though_the_list_leaves_deactivated_accounts_out()
    {
        var transport = new FakeTransport()
            .On(Path, """[{"id":"573","email":"a@acme.io","user":{"id":"1","isActive":true}}]""")
            .On(
                Path + "187/",
                """{"id":"187","email":"finn@acme.io","user":{"id":"2","isActive":false},"teamRoles":[{"teamSlug":"dock","role":null}]}""")
            .On(Path + "188/", 404);

        var members = await Estate
            .Api(transport)
            .Members.ListAsync(Estate.Acme, [new("573"), new("187"), new("188")], teams: null, default)
            .ToListAsync();

        Assert.Equal(["573 True", "187 False"], members.Select(member => $"{member.Id} {member.IsActive}"));
        Assert.Null(members[1].TeamSlugs);
        Assert.Empty(transport.RequestsTo(Path + "573/"));
    }

    [Fact]
    public async Task Every_page_is_asked_for_at_the_region()
    {
        var transport = new FakeTransport().On(Path, """[{"id":"1"},{"id":"2"}]""", """[{"id":"2"},{"id":"3"}]""");

        var members = await Estate.Api(transport).Members.ListAsync(Estate.Acme, [], teams: null, default).ToListAsync();

        Assert.Equal(["1", "2", "3"], members.Select(member => member.Id));
        Assert.Equal(
            ["per_page=100", $"per_page=100&cursor={FakeTransport.Cursor(1)}"], transport.Requests.Select(request => request.QueryText()));
        Assert.All(transport.Requests, request => Assert.Equal(Estate.Region, request.Host));
    }

    private static async Task<SentryMember> One(string json) =>
        await Estate
            .Api(new FakeTransport().On(Path, $"[{json}]"))
            .Members.ListAsync(Estate.Acme, [], teams: null, default)
            .SingleAsync();
}
