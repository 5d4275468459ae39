using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Sandbox;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>The whole way, against a server that behaves like Sentry.</summary>
public sealed class SandboxTests : IAsyncLifetime, IDisposable
{
    private const string Members = "organizations/{org}/members/";
    private SandboxServer _sandbox = null!;
    private Line _line = null!;

    public static TheoryData<string, string> Failures => new()
    {
        { "status", "SentryServerError" },
        { "limited", "SentryRateLimited" },
        { "limitedForHours", "SentryRateLimited" },
        { "brownout", "SentryBrownout" },
        { "reset", "SentryUnreachable" },
        { "truncated", "SentryInvalidResponse" },
        { "html", "SentryInvalidResponse" },
        { "gateway", "SentryServerError" },
        { "redirect", "SentryRedirected" },
        { "refused", "SentryForbidden" },
    };

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Members = 250, RateLimits = false });
        _line = new Line(_sandbox.BaseUri, token: _sandbox.Token, retries: 2);
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task A_listing_is_read_through_its_pages()
    {
        var reader = new PageReader<WireMember>("members", FetchAsync, member => member.Id, ListOrder.Holds);

        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (member, _) in reader.ReadAsync(CancellationToken.None))
        {
            Assert.True(ids.Add(member.Id!));
        }

        Assert.Equal(250, ids.Count);
        Assert.Equal(3, _sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_listing_that_breaks_off_says_so()
    {
        _sandbox.Faults.On(Members, Fault.Status(500), skip: 1);
        var reader = new PageReader<WireMember>("members", FetchAsync, member => member.Id, ListOrder.Holds);
        var read = 0;

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync(CancellationToken.None))
            {
                read++;
            }
        });

        Assert.Equal((read, 1), (fault.ItemsRead, fault.PagesRead));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Sentry_fails_and_comes_back_or_not(string kind, string errorId)
    {
        _sandbox.Faults.On(Members, FaultOf(kind));

        var fault = await _line.FailAsync(Request());

        Assert.Equal(errorId, fault.ErrorId);
        Assert.NotEmpty(fault.RecommendedAction);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("limited")]
    [InlineData("brownout")]
    [InlineData("reset")]
    [InlineData("cut")]
    [InlineData("truncated")]
    [InlineData("gateway")]
    public async Task What_passes_is_waited_out(string kind)
    {
        _sandbox.Faults.On(Members, FaultOf(kind), times: 2);

        var answer = await _line.GetAsync(Request());

        Assert.Equal(100, answer.Value!.Length);
        Assert.Equal(3, _sandbox.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task No_failure_shows_the_token(string kind, string errorId)
    {
        _sandbox.Faults.On(Members, FaultOf(kind));

        var fault = await _line.FailAsync(Request());

        Assert.Equal(errorId, fault.ErrorId);
        for (Exception? exception = fault; exception is not null; exception = exception.InnerException)
        {
            AssertNoToken(exception.ToString());
            foreach (System.Collections.DictionaryEntry entry in exception.Data)
            {
                AssertNoToken($"{entry.Key} {entry.Value}");
            }
        }

        Assert.All(_line.Observer.Exchanges, exchange => AssertNoToken(exchange.ToString()));
        Assert.All(_line.Waits, wait => AssertNoToken(wait.ToString()));
    }

    [Fact]
    public async Task An_expired_token_is_refused_at_once_and_not_shown()
    {
        _sandbox.ExpireToken(_sandbox.Token);

        var fault = await _line.FailAsync(Request());

        Assert.Equal(("SentryUnauthorized", "Token expired"), (fault.ErrorId, fault.Detail));
        Assert.Contains("create a new one", fault.RecommendedAction, StringComparison.Ordinal);
        AssertNoToken(fault.ToString());
        Assert.Single(_sandbox.Requests);
    }

    [Fact]
    public async Task Every_attempt_is_reported()
    {
        _sandbox.Faults.On(Members, Fault.Status(502), times: 1);

        await _line.GetAsync(Request());

        Assert.Equal("502 200", string.Join(' ', _line.Observer.Exchanges.Select(exchange => exchange.Outcome)));
        Assert.All(_line.Observer.Exchanges, exchange => Assert.Equal("GET", exchange.Method));
    }

    private static Fault FaultOf(string kind) => kind switch
    {
        "status" => Fault.Status(503, """{"detail":"Internal Error","errorId":"e1"}"""),
        "limited" => Fault.RateLimited(),
        "limitedForHours" => Fault.RetryAfter("7200"),
        "brownout" => Fault.BrownOut(),
        "reset" => Fault.Reset(),
        "cut" => Fault.ResetMidBody(),
        "truncated" => Fault.TruncatedJson(),
        "html" => Fault.Html(),
        "gateway" => Fault.Html(502),
        "redirect" => Fault.Redirect("https://login.example/sso/?next=/"),
        _ => Fault.Empty(403),
    };

    private void AssertNoToken(string text) => Assert.DoesNotContain(_sandbox.Token, text, StringComparison.OrdinalIgnoreCase);

    private async Task<Page<WireMember>> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        var answer = await _line.GetAsync(
            Request() with
            {
                Query = cursor is null ? [] : [KeyValuePair.Create("cursor", cursor)],
            },
            cancellationToken);
        return new Page<WireMember>(answer.Value!, answer.Link, answer.ReceivedAt);
    }

    private SentryRequest Request() => _line.To(MemberEndpoints.Members, _sandbox.Estate.Organizations[0].Slug);
}
