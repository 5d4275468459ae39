using System.Text.Json;
using SentryAudit.Api;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api;

public sealed class InvokeApiTests
{
    private const string Organizations = """[{"id":"2","slug":"acme","links":{"regionUrl":"https://us.sentry.io"}}]""";

    [Theory]
    [InlineData("organizations/acme/teams/", "https://us.sentry.io/")]
    [InlineData("projects/acme/web/", "https://us.sentry.io/")]
    [InlineData("organizations/acme/audit-logs/", "https://sentry.io/")]
    [InlineData("api-tokens/", "https://sentry.io/")]
    [InlineData("https://de.sentry.io/api/0/organizations/acme/teams/", "https://de.sentry.io/")]
    public async Task A_call_goes_where_its_path_is_answered(string path, string host)
    {
        var transport = new FakeTransport().On("organizations/", Organizations).On(ApiPath.Parse(path).Path, "{}");

        await ListAsync(transport, path);

        Assert.Equal(new Uri(host), transport.RequestsTo(ApiPath.Parse(path).Path).Single().Host);
    }

    [Theory]
    [InlineData("[1,2]", "1|2")]
    [InlineData("""{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public async Task Items_come_one_by_one(string json, string items) =>
        Assert.Equal(items, string.Join('|', await ListAsync(new FakeTransport().On("api-tokens/", json), "api-tokens/")));

    [Theory]
    [InlineData(@"{""a"":""x\ud83d""}", @"{""a"":""x\ufffd""}")]
    [InlineData(@"{""\udc00"":""\ud83d\ud83d""}", @"{""\ufffd"":""\ufffd\ufffd""}")]
    [InlineData(@"{""a"":""\ud83d\ude00 \\ud83d""}", @"{""a"":""\ud83d\ude00 \\ud83d""}")]
    public async Task Half_of_a_character_is_shown_as_none(string json, string shown) =>
        Assert.Equal([shown], await ListAsync(new FakeTransport().On("api-tokens/", json), "api-tokens/"));

    [Fact]
    public async Task One_page_is_read_unless_all_are_asked_for()
    {
        var transport = new FakeTransport().On("api-tokens/", "[1]", "[2]", "[2,3]");
        var more = 0;

        Assert.Equal(["1"], await ListAsync(transport, "api-tokens/", morePages: () => more++));
        Assert.Equal(1, more);

        Assert.Equal(["1", "2", "2", "3"], await ListAsync(transport, $"api-tokens/?cursor={FakeTransport.Cursor(0)}&x=1", paginate: true));
        Assert.Equal($"x=1&cursor={FakeTransport.Cursor(2)}", transport.Requests.Last().QueryText());
    }

    [Fact]
    public async Task Pages_that_break_off_are_an_error() => await Assert.ThrowsAsync<IncompleteListingException>(() =>
        ListAsync(new FakeTransport().On("api-tokens/", "[1]", 500), "api-tokens/", paginate: true));

    [Fact]
    public async Task Method_query_and_body_are_sent()
    {
        var transport = new FakeTransport().On("api-tokens/", "{}");
        var call = new ApiCall(HttpMethod.Post, ApiPath.Parse("api-tokens/?a=1")) { Query = [new("b", "2")], Body = """{"c":3}""" };

        await Estate.Api(transport).Raw.InvokeAsync(call, static () => { }, default).ToListAsync();

        var sent = transport.Requests.Single();
        Assert.Equal((HttpMethod.Post, "a=1&b=2", """{"c":3}"""), (sent.Method, sent.QueryText(), sent.Body));
    }

    private static async Task<List<string>> ListAsync(FakeTransport transport, string path, bool paginate = false, Action? morePages = null)
    {
        var (api, call) = (Estate.Api(transport), new ApiCall(HttpMethod.Get, ApiPath.Parse(path)));
        var items = paginate
            ? api.Raw.InvokePagesAsync(call, default)
            : api.Raw.InvokeAsync(call, morePages ?? (static () => { }), default);
        return await items.Select((JsonElement item) => item.GetRawText()).ToListAsync();
    }
}
