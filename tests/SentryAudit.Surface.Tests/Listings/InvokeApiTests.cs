using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using SentryAudit.Commands.Api;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class InvokeApiTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private const string Members = "organizations/acme/members/";

    public static TheoryData<string> Faults => [.. LastingFault.Names.Where(name => name is not "slow drip")];

    [Fact]
    public void One_page_comes_with_a_warning_that_there_are_more()
    {
        var run = CmdletRunner.Run(Create(Members));

        run.ShouldSucceed();
        Assert.Equal(100, run.Output.Count);
        Assert.Contains("-Paginate", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void All_pages_come_on_request() => Assert.Equal(Acme.Members.Count, Get<PSObject>(Create(Members), "Paginate").Length);

    [Fact]
    public void A_query_is_sorted_and_lists_are_repeated()
    {
        var call = Create(Members);
        call.Query = new Hashtable
        {
            ["per_page"] = 3,
            ["b"] = new object[] { true, "x y" },
            ["a"] = new DateTimeOffset(2026, 8, 1, 2, 0, 0, TimeSpan.FromHours(2)),
        };

        Assert.Equal(3, Get<PSObject>(call).Length);
        Assert.Equal(
            "?a=2026-08-01T00%3A00%3A00Z&b=true&b=x%20y&per_page=3",
            Server.Requests.To("organizations/{org}/members/").Single().Query);
    }

    [Theory]
    [InlineData("https://evil.example/api/0/organizations/", "SentryUntrustedHost")]
    [InlineData("organizations/../../", "InvalidApiPath")]
    [InlineData("organizations/%2e%2e/members/", "InvalidApiPath")]
    [InlineData("https://evil.example/", "InvalidApiPath")]
    public void Nothing_is_sent_elsewhere(string path, string errorId)
    {
        Assert.Equal(errorId, CmdletRunner.Run(Create(path)).SingleError().ErrorId);
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("DELETE", 2)]
    public void A_change_is_confirmed_and_not_sent_without_consent(string method, int asked)
    {
        var refusing = new RecordingPipeline { Consent = false };
        CmdletRunner.Run(Create(Members, method), refusing);
        Assert.Empty(Server.Requests);
        Assert.Equal((Members, method), Assert.Single(refusing.Asked));

        Assert.Equal(asked, CmdletRunner.Run(Create(Members, method)).Asked.Count);
        Assert.Single(CmdletRunner.Run(Create(Members, method), "Force").Asked);
        Assert.Contains(Server.Requests, request => request.Method == method);
    }

    [Fact]
    public void A_read_needs_no_confirmation() => Assert.Empty(CmdletRunner.Run(Create(Members)).Asked);

    [Fact]
    public void A_GET_takes_no_body_and_only_a_GET_has_pages()
    {
        var get = Create(Members);
        get.Body = "{}";

        Assert.Equal("InvalidApiCall", CmdletRunner.Run(get).SingleError().ErrorId);
        Assert.Equal("InvalidApiCall", CmdletRunner.Run(Create(Members, "POST"), "Paginate").SingleError().ErrorId);
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_failure_is_one_error(string faultName)
    {
        var fault = LastingFault.Of(faultName);
        var connection = await Server.ConnectAsync(retries: 0);
        Server.Faults.On("organizations/{org}/members/", fault.Make());

        var run = CmdletRunner.Run(new InvokeSentryApiCommand { Connection = connection, Path = Members }, "Paginate");

        var error = fault.Category is SentryErrorCategory.AuthenticationError ? run.TerminatingError() : run.SingleError();
        Assert.Equal((fault.ErrorId, fault.Category), (error.ErrorId, error.Category));
    }

    [Fact]
    public void A_body_of_hashtables_lists_and_numbers_is_JSON() =>
        Assert.Equal(
            """{"":[1,null,"a"],"big":12345678901234567890,"on":true}""",
            JsonText.From(
                new SortedList(StringComparer.Ordinal)
                {
                    [""] = new object?[] { 1, null, "a" },
                    ["big"] = 12345678901234567890UL,
                    ["on"] = true,
                }
            ));

    [Fact]
    public void A_body_of_text_must_be_JSON_and_is_not_repeated_in_the_error()
    {
        Assert.Equal("[1]", JsonText.From("[1]"));
        Assert.DoesNotContain("hush", Assert.Throws<SentryException>(() => JsonText.From("hush")).Message, StringComparison.Ordinal);
        Assert.Equal("InvalidApiBody", Assert.Throws<SentryException>(() => JsonText.From(new object[] { Connection })).ErrorId);
    }

    [Theory]
    [InlineData("9007199254740993", 9007199254740993L)]
    [InlineData("1.5", 1.5)]
    [InlineData("\"2026-08-01T00:00:00Z\"", "2026-08-01T00:00:00Z")]
    public void Numbers_and_times_stay_what_they_are(string json, object expected) =>
        Assert.Equal(expected, SentryAudit.Json.JsonObjects.From(JsonDocument.Parse(json).RootElement));

    private InvokeSentryApiCommand Create(string path, string method = "GET") =>
        new()
        {
            Connection = Connection,
            Path = path,
            Method = method,
        };
}
