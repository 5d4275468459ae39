using SentryAudit.Audits.Status;
using static SentryAudit.Core.Tests.Support.People;
using static SentryAudit.SentryUserStatusKind;

namespace SentryAudit.Core.Tests.Audits.Status;

public sealed class PeopleHistoryTests
{
    [Theory]
    [InlineData("1", "20", "b@acme.io", "by member")]
    [InlineData("9", "20", "c@acme.io", "by user")]
    [InlineData("9", "90", "C@ACME.io", "by mail")]
    [InlineData(null, null, "c@acme.io", "by mail")]
    public void A_person_is_matched_by_membership_then_account_then_address(string? member, string? user, string? email, string found)
    {
        var history = new PeopleHistory(
        [
            Row("1", "10", "a@acme.io") with { Name = "by member" },
            Row("2", "20", "b@acme.io") with { Name = "by user" },
            Row("3", "30", "c@acme.io") with { Name = "by mail" },
        ]);

        Assert.Equal(found, history.Find(member, user, email)?.Latest.Name);
    }

    [Theory]
    [InlineData("10", "1", null)] // a user id is no membership id
    [InlineData(null, null, null)]
    [InlineData("9", "9", "z@acme.io")]
    public void Nobody_is_matched_by_anything_else(string? member, string? user, string? email) =>
        Assert.Null(new PeopleHistory([Row("1", "10", "a@acme.io"), Row("2")]).Find(member, user, email));

    [Fact]
    public void Of_several_runs_the_newest_counts_in_whatever_order_they_come()
    {
        var history = new PeopleHistory([Row("1", status: Suspended, at: Now), Row("1", status: Active, at: Earlier)]);

        var person = Assert.Single(history.Unlisted);
        Assert.Equal((Suspended, true, Now), (person.Latest.Status, person.EverActive, person.LastSeen));
    }

    [Fact]
    public void Without_dates_the_later_row_counts_as_newer()
    {
        var undated = Row("1") with { LastSeen = null, LastUpdated = null };

        var person = Assert.Single(new PeopleHistory([undated with { Status = Active }, undated with { Status = Inactive }]).Unlisted);

        Assert.Equal(Inactive, person.Latest.Status);
    }

    [Fact]
    public void The_last_time_a_person_was_seen_survives_rows_that_only_carry_them_forward()
    {
        var history = new PeopleHistory([Row("1", at: Earlier), Row("1", status: Inactive, at: Now) with { LastSeen = Earlier }]);

        Assert.Equal(Earlier, Assert.Single(history.Unlisted).LastSeen);
    }

    [Fact]
    public void People_with_nothing_in_common_stay_two_people() =>
        Assert.Equal(2, new PeopleHistory([Row("1", "10", "a@acme.io"), Row("2", "20", "b@acme.io")]).Unlisted.Count());
}
