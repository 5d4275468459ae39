using SentryAudit.Api;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>What is claimed about projects out of reach, and what is not.</summary>
public sealed class CallReachTests
{
    private const string Releases = "organizations/acme/releases/";
    private const string Projects = "organizations/acme/projects/";

    private readonly Notes _notes = new();

    [Fact]
    public async Task Projects_out_of_reach_are_counted_and_named()
    {
        var transport = Sentry("""[{"id":"3","slug":"web","hasAccess":false},{"id":"4","slug":"api","hasAccess":true}]""");

        await ListAsync(transport);

        var warning = Assert.Single(_notes.Warnings);
        Assert.StartsWith("1 of 2 projects of acme are out of this token's reach", warning, StringComparison.Ordinal);
        Assert.Contains("web", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Sentry_does_not_report_access_nothing_is_claimed()
    {
        await ListAsync(Sentry("""[{"id":"3","slug":"web"},{"id":"4","slug":"api","hasAccess":null}]"""));

        Assert.Empty(_notes.Warnings);
    }

    [Fact]
    public async Task Projects_that_cannot_be_listed_are_no_failure_of_the_listing()
    {
        var releases = await ListAsync(new FakeTransport().On(Releases, """[{"version":"1"}]""").On(Projects, 403));

        Assert.Single(releases);
        Assert.Empty(_notes.Warnings);
    }

    [Theory]
    [InlineData(SentryTokenKind.Integration)]
    [InlineData(SentryTokenKind.Organization)]
    [InlineData(SentryTokenKind.Unknown)]
    public async Task Access_means_nothing_for_a_token_that_is_no_persons(SentryTokenKind kind)
    {
        var transport = Sentry("""[{"id":"3","slug":"web","hasAccess":false}]""");

        await ListAsync(transport, kind);

        Assert.Empty(_notes.Warnings);
        Assert.Empty(transport.RequestsTo(Projects));
    }

    [Fact]
    public async Task With_open_membership_nobody_has_to_be_asked()
    {
        var transport = Sentry("""[{"id":"3","slug":"web","hasAccess":true}]""");

        await Api(transport).Releases.ListAsync(Estate.Acme with { HasOpenMembership = true }, ReleaseFilter.None, default).ToListAsync();

        Assert.Empty(transport.RequestsTo(Projects));
    }

    [Fact]
    public async Task All_projects_that_are_refused_together_with_unknown_reach_are_an_incomplete_list_of_ones_own()
    {
        var transport = new FakeTransport()
            .On(Releases, request => [Asked(request) is "-1" ? 403 : """[{"version":"1"}]"""])
            .On(Projects, 403);
        var found = new List<SentryRelease>();

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(async () =>
        {
            await foreach (var release in Api(transport).Releases.ListAsync(Estate.Acme, ReleaseFilter.None, default))
            {
                found.Add(release);
            }
        });

        Assert.Single(found);
        Assert.Contains("others may be missing", fault.Message, StringComparison.Ordinal);
    }

    private static string? Asked(SentryRequest request) => request.Query.FirstOrDefault(parameter => parameter.Key == "project").Value;

    private static FakeTransport Sentry(string projects) =>
        new FakeTransport().On(Releases, """[{"version":"1"}]""").On(Projects, projects);

    private async Task<List<SentryRelease>> ListAsync(FakeTransport transport, SentryTokenKind kind = SentryTokenKind.Personal) =>
        await Api(transport, kind).Releases.ListAsync(Estate.Acme, ReleaseFilter.None, default).ToListAsync();

    private SentryApi Api(FakeTransport transport, SentryTokenKind kind = SentryTokenKind.Personal) =>
        new(Estate.Connection(transport).Site with { TokenKind = kind }, _notes);

    private sealed class Notes : ITransportObserver
    {
        public List<string> Warnings { get; } = [];

        public void OnExchange(SentryExchange exchange)
        {
        }

        public void OnDeprecated(DeprecationNotice notice)
        {
        }

        public void OnWaiting(TransportWait wait)
        {
        }

        public void OnNote(string text, bool isWarning)
        {
            if (isWarning)
            {
                Warnings.Add(text);
            }
        }
    }
}
