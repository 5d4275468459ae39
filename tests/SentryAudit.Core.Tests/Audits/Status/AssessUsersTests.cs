using SentryAudit.Audits.Status;
using SentryAudit.Core.Tests.Support;
using static SentryAudit.Core.Tests.Support.People;
using static SentryAudit.SentryUserStatusKind;
using static SentryAudit.SentryUserStatusReason;

namespace SentryAudit.Core.Tests.Audits.Status;

public sealed class AssessUsersTests
{
    private const string Path = "organizations/acme/members/";
    private const string Ann = """[{"id":"573","email":"ann@acme.io","user":{"id":"280","isActive":true},"pending":false}]""";
    private const string Bea = """[{"id":"574","email":"bea@acme.io","user":null,"pending":true}]""";

    [Fact]
    public async Task A_whole_read_gives_those_listed_then_those_missing()
    {
        var (people, fault) = await Assess(
            new FakeTransport().On(Path, Ann, Bea).On(Path + "600/", 404), Runs(Row("573", "280"), Row("600")));

        Assert.Null(fault);
        Assert.Equal(
            [("573", Active, AccountActive), ("574", Suspended, InvitationPending), ("600", Inactive, GoneAfterActive)],
            Summary(people));
        Assert.Equal([Active, null, Active], people.Select(person => person.PreviousStatus));
        Assert.Equal(FakeTransport.ReadAt, people[0].LastUpdated);
    }

    [Theory]
    [InlineData(false, Inactive, Deactivated)]
    [InlineData(true, Active, AccountActive)]
    public async Task Nobody_is_gone_whom_Sentry_has_when_it_is_asked(
        bool isActive, SentryUserStatusKind status, SentryUserStatusReason reason)
    {
        var detail = $$"""{"id":"600","user":{"id":"300","isActive":{{(isActive ? "true" : "false")}}},"pending":false}""";

        var (people, fault) = await Assess(new FakeTransport().On(Path, Ann).On(Path + "600/", detail), Runs(Row("600")));

        Assert.Null(fault);
        Assert.Equal([("573", Active, AccountActive), ("600", status, reason)], Summary(people));
    }

    [Fact]
    public async Task Whom_Sentry_cannot_be_asked_for_keeps_the_status()
    {
        var transport = new FakeTransport().On(Path, "[]").On(Path + "600/", 403).On(Path + "601/", 404);

        var (people, fault) = await Assess(transport, Runs(Row("600"), Row("601")));

        Assert.Equal([("600", Active, NotAssessed), ("601", Inactive, GoneAfterActive)], Summary(people));
        Assert.Equal(403, Assert.IsType<SentryApiException>(fault).Status);
    }

    [Fact]
    public async Task Without_earlier_runs_nobody_is_missing()
    {
        var (people, fault) = await Assess(new FakeTransport().On(Path, Ann), Runs());

        Assert.Null(fault);
        Assert.Equal([("573", Active, AccountActive)], Summary(people));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_read_that_fails_at_once_changes_nobody_and_says_so(int status)
    {
        var (people, fault) = await Assess(new FakeTransport().On(Path, status), Runs(Row("573"), Row("600", status: Suspended)));

        Assert.Equal([("573", Active, NotAssessed), ("600", Suspended, NotAssessed)], Summary(people));
        Assert.All(people, person => Assert.Equal(Earlier, person.LastUpdated));
        Assert.Equal(status, Assert.IsType<SentryApiException>(fault).Status);
    }

    [Fact]
    public async Task A_read_that_breaks_off_keeps_what_came_and_changes_nobody_else()
    {
        var (people, fault) = await Assess(new FakeTransport().On(Path, Ann, 500), Runs(Row("573", status: Suspended), Row("600")));

        Assert.Equal([("573", Active, AccountActive), ("600", Active, NotAssessed)], Summary(people));
        var incomplete = Assert.IsType<IncompleteListingException>(fault);
        Assert.Equal((1, 1), (incomplete.ItemsRead, incomplete.PagesRead));
    }

    [Fact]
    public async Task A_read_that_breaks_off_without_earlier_runs_still_says_so()
    {
        var (people, fault) = await Assess(new FakeTransport().On(Path, Ann, 403), Runs());

        Assert.Equal([("573", Active, AccountActive)], Summary(people));
        Assert.IsType<IncompleteListingException>(fault);
    }

    [Fact]
    public async Task Rows_of_other_organizations_are_left_alone()
    {
        var (people, _) = await Assess(new FakeTransport().On(Path, Ann), Runs(Row("1") with { OrganizationSlug = "other" }));

        Assert.Equal(["573"], people.Select(person => person.MemberId!));
    }

    [Theory]
    [InlineData(false, "id:573")]
    [InlineData(true, null)] // only the whole list shows who is missing
    public async Task Keys_narrow_the_read_only_without_earlier_runs(bool hasEarlierRuns, string? query)
    {
        var transport = new FakeTransport().On(Path, Ann);

        await Assess(transport, hasEarlierRuns ? Runs(Row("573")) : Runs(), new MemberReference("573"));

        Assert.Equal(query, Assert.Single(transport.Requests).Value("query"));
    }

    [Fact]
    public async Task People_are_given_before_the_read_has_ended()
    {
        var transport = new FakeTransport().On(Path, Ann, Bea, 500);

        var first = await Estate.Source(transport).AssessUsersAsync(Estate.Acme, [], Runs(), TimeProvider.System, default).FirstAsync();

        Assert.Equal("573", first.MemberId);
    }

    private static IEnumerable<(string?, SentryUserStatusKind, SentryUserStatusReason)> Summary(IEnumerable<SentryUserStatus> people) =>
        people.Select(person => (person.MemberId, person.Status, person.Reason));

    private static async Task<(List<SentryUserStatus> People, SentryException? Fault)> Assess(
        FakeTransport transport,
        EarlierRuns earlier,
        params MemberReference[] keys)
    {
        var people = new List<SentryUserStatus>();
        try
        {
            await foreach (
                var person in Estate.Source(transport).AssessUsersAsync(Estate.Acme, keys, earlier, TimeProvider.System, default))
            {
                people.Add(person);
            }

            return (people, null);
        }
        catch (SentryException fault)
        {
            return (people, fault);
        }
    }
}
