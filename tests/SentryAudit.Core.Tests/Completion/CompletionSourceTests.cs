using SentryAudit.Completion;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Requests;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Completion;

public sealed class CompletionSourceTests
{
    private const string Organizations = """[{"id":"2","slug":"acme","links":{"regionUrl":"https://us.sentry.io"}}]""";
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(
        nameof(CompletionKind.Project),
        "projects/",
        """[{"slug":"web","name":"Web"}]""",
        "web",
        "Project Web",
        "per_page=100&query=we")]
    [InlineData(
        nameof(CompletionKind.Team),
        "teams/",
        """[{"slug":"web","name":"Web"}]""",
        "web",
        "Team Web",
        "per_page=100&detailed=0&query=we")]
    [InlineData(
        nameof(CompletionKind.Member),
        "members/",
        """[{"email":"we@acme.io","name":"We","orgRole":"owner"}]""",
        "we@acme.io",
        "We (owner)",
        "per_page=100&query=we")]
    [InlineData(
        nameof(CompletionKind.Release),
        "releases/",
        """[{"version":"web@1"}]""",
        "web@1",
        "Release web@1",
        "per_page=100&project=-1&query=we")]
    [InlineData(
        nameof(CompletionKind.AlertRule),
        "workflows/",
        """[{"id":"7","name":"web down"}]""",
        "web down",
        "Alert rule 7",
        "per_page=100&project=-1&query=we")]
    public void One_page_is_asked_for_with_what_was_typed(
        string kind,
        string path,
        string json,
        string value,
        string description,
        string query)
    {
        var transport = Transport().On($"organizations/acme/{path}", json);

        Assert.Equal([new CompletionItem(value, description)], Find(transport, Enum.Parse<CompletionKind>(kind), "we"));

        Assert.Equal(query, transport.RequestsTo($"organizations/acme/{path}").Single().QueryText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a:b")]
    public void What_the_search_could_misread_is_matched_here(string typed)
    {
        var transport = Transport().On("organizations/acme/projects/", """[{"slug":"web"}]""");

        Find(transport, CompletionKind.Project, typed);

        Assert.Null(transport.RequestsTo("organizations/acme/projects/").Single().Value("query"));
    }

    [Fact]
    public void Items_without_a_key_and_repeated_ones_are_left_out()
    {
        var transport = Transport()
            .On("organizations/acme/projects/", """[{"slug":"web"},{"slug":null},{"slug":""},{"slug":"WEB"},{"slug":"api"}]""");

        Assert.Equal(["api", "web"], Find(transport, CompletionKind.Project, "").Select(item => item.Value));
    }

    [Fact]
    public void Organizations_are_known_from_connecting()
    {
        var transport = new FakeTransport();
        var connection = Estate.Connection(transport, seen: new StringList(["beta", "acme"]), clock: _clock);

        Assert.Equal(
            ["acme", "beta"],
            CompletionSource.Find(connection, CompletionKind.Organization, organization: null, "").Select(item => item.Value));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public void An_answer_is_remembered_for_two_minutes()
    {
        var transport = Transport().On("organizations/acme/projects/", """[{"slug":"web"}]""");
        var connection = Estate.Connection(transport, "acme", clock: _clock);

        for (var seconds = 0; seconds < 120; seconds += 40)
        {
            Assert.Single(CompletionSource.Find(connection, CompletionKind.Project, organization: null, "w"));
            _clock.Advance(TimeSpan.FromSeconds(40));
        }

        Assert.Single(transport.RequestsTo("organizations/acme/projects/"));

        CompletionSource.Find(connection, CompletionKind.Project, organization: null, "w");
        Assert.Equal(2, transport.RequestsTo("organizations/acme/projects/").Count);
    }

    [Fact]
    public void Another_question_is_another_answer()
    {
        var transport = Transport()
            .On("organizations/acme/projects/", """[{"slug":"web"}]""")
            .On("organizations/acme/teams/", """[{"slug":"web-team"}]""");
        var connection = Estate.Connection(transport, "acme", clock: _clock);

        Assert.Equal("web", Assert.Single(CompletionSource.Find(connection, CompletionKind.Project, organization: null, "w")).Value);
        Assert.Equal("web-team", Assert.Single(CompletionSource.Find(connection, CompletionKind.Team, organization: null, "w")).Value);
        Assert.Empty(CompletionSource.Find(connection, CompletionKind.Project, organization: null, "x"));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    public void A_failure_is_no_proposal_and_not_remembered(int status)
    {
        var transport = Transport().On("organizations/acme/projects/", status);
        var connection = Estate.Connection(transport, "acme", clock: _clock);

        Assert.Empty(CompletionSource.Find(connection, CompletionKind.Project, organization: null, ""));

        transport.On("organizations/acme/projects/", """[{"slug":"web"}]""");
        Assert.Single(CompletionSource.Find(connection, CompletionKind.Project, organization: null, ""));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData(" ")]
    public void An_invalid_organization_makes_no_proposal(string organization)
    {
        var transport = new FakeTransport().On("organizations/", "[]");

        Assert.Empty(CompletionSource.Find(Estate.Connection(transport, clock: _clock), CompletionKind.Project, organization, ""));
    }

    [Fact]
    public void Without_a_connection_there_is_no_proposal() =>
        Assert.Empty(CompletionSource.Find(connection: null, CompletionKind.Project, "acme", ""));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tab_waits_two_seconds_at_most(bool transportHeedsCancellation)
    {
        _clock.Skip(TimeSpan.FromSeconds(2)); // until the request is cancelled
        _clock.Skip(TimeSpan.FromSeconds(2)); // until nobody waits for that any more
        var transport = Transport();
        transport.Gate = new TaskCompletionSource().Task;
        transport.HeedsCancellation = transportHeedsCancellation;

        Assert.Empty(
            CompletionSource.Find(Estate.Connection(transport, "acme", clock: _clock), CompletionKind.Project, organization: null, ""));
    }

    private static FakeTransport Transport() => new FakeTransport().On("organizations/", Organizations);

    private IReadOnlyList<CompletionItem> Find(FakeTransport transport, CompletionKind kind, string typed) =>
        CompletionSource.Find(Estate.Connection(transport, "acme", clock: _clock), kind, organization: null, typed);
}
