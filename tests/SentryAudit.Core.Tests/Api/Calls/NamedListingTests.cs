using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>A search may miss a key: nothing is said not to exist before the whole list was looked through.</summary>
public sealed class NamedListingTests
{
    private const string Members = "organizations/acme/members/";
    private const string Teams = "organizations/acme/teams/";
    private const string Projects = "organizations/acme/projects/";
    private const string Organizations = "organizations/";

    [Fact]
    public async Task An_address_that_is_stored_as_typed_is_found_in_small_letters()
    {
        var transport = Missing(Members, """[{"id":"1","email":"Mixed.Case@example.org"},{"id":"2","email":"b@example.org"}]""");

        Assert.Equal(["1"], await NamedMembers(transport, "mixed.case@example.org"));
    }

    [Fact]
    public async Task What_the_search_found_is_not_given_again()
    {
        var transport = new FakeTransport().On(Members, request => request.Value("query") is null
            ? ["""[{"id":"1","email":"A@acme.io"},{"id":"2","email":"b@acme.io"}]"""]
            : ["""[{"id":"2","email":"b@acme.io"}]"""]);

        Assert.Equal(["2", "1"], await NamedMembers(transport, "a@acme.io", "b@acme.io"));
    }

    [Fact]
    public async Task A_deactivated_account_answers_for_itself_before_the_whole_list_is_read()
    {
        var transport = Missing(Members, "[]").On(Members + "7/", """{"id":"7","user":{"id":"3","isActive":false}}""");

        Assert.Equal(["7"], await NamedMembers(transport, "7"));
        Assert.Single(transport.RequestsTo(Members));
    }

    [Theory]
    [InlineData("ALPHA")]
    [InlineData("2024")] // an old slug of digits only
    public async Task A_slug_that_the_search_does_not_find_is_looked_for_in_the_list(string key)
    {
        const string List = """[{"id":"1","slug":"alpha"},{"id":"2","slug":"2024"},{"id":"3","slug":"beta"}]""";
        var teams = await Estate.Api(Missing(Teams, List)).Teams.ListAsync(Estate.Acme, [new(key)], default).ToListAsync();
        var projects = await Estate.Api(Missing(Projects, List)).Projects.ListAsync(Estate.Acme, [new(key)], [], default).ToListAsync();

        Assert.Equal(key, Assert.Single(teams).Slug, ignoreCase: true);
        Assert.Equal(key, Assert.Single(projects).Slug, ignoreCase: true);
    }

    [Fact]
    public async Task An_organization_that_the_search_does_not_find_is_looked_for_in_the_list()
    {
        var transport = Missing(Organizations, """[{"id":"2","slug":"acme"}]""").On(Organizations + "ACME/", 404);

        Assert.Equal("acme", (await Estate.Api(transport).Organizations.ResolveAsync(new("ACME"), default).SingleAsync()).Slug);
        Assert.Equal("acme", (await Estate.Api(transport).Organizations.ListAsync([new("ACME")], default).SingleAsync()).Slug);
    }

    [Fact]
    public async Task What_the_search_finds_costs_no_more_requests()
    {
        var transport = new FakeTransport().On(Members, """[{"id":"1","email":"a@acme.io"}]""");

        await NamedMembers(transport, "a@acme.io");

        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task The_id_of_an_object_is_not_looked_for_elsewhere()
    {
        var transport = Missing(Members, """[{"id":"1"}]""").On(Members + "9/", 404);
        var gone = new MemberReference(new SentryMember { Id = "9", OrganizationSlug = "acme" });

        Assert.Empty(await Estate.Api(transport).Members.ListAsync(Estate.Acme, [gone], teams: null, default).ToListAsync());
        Assert.Single(transport.RequestsTo(Members));
    }

    [Fact]
    public async Task Where_the_search_for_owners_finds_none_everybody_is_read()
    {
        var transport = new FakeTransport().On(Members, request => request.Value("query") switch
        {
            null => ["""[{"id":"1","orgRole":"owner"},{"id":"2","email":"b@acme.io","orgRole":"member"}]"""],
            "email:b@acme.io" => ["""[{"id":"2","email":"b@acme.io","orgRole":"member"}]"""],
            _ => ["[]"],
        });

        var members = await Estate.Api(transport).Members.ListWithOwnersAsync(Estate.Acme, [new("b@acme.io")], default).ToListAsync();

        Assert.Equal(["2", "1"], members.Select(member => member.Id));
    }

    // A server whose search finds nothing.
    private static FakeTransport Missing(string path, string list) =>
        new FakeTransport().On(path, request => request.Value("query") is null ? [list] : ["[]"]);

    private static async Task<string[]> NamedMembers(FakeTransport transport, params string[] keys)
    {
        var members = await Estate.Api(transport)
            .Members.ListAsync(Estate.Acme, [.. keys.Select(key => new MemberReference(key))], teams: null, default)
            .ToListAsync();
        return [.. members.Select(member => member.Id)];
    }
}
