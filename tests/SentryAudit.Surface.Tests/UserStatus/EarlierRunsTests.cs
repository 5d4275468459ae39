using System.Collections;
using System.Globalization;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.UserStatus;

/// <summary>What -Previous takes, and that nobody who left is forgotten.</summary>
public sealed class EarlierRunsTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SentryConnection _connection = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Members = 5, PendingInvites = 1 });
        _connection = await _server.ConnectAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Leavers_stay_over_generations()
    {
        var leaver = Leave(out var run);
        for (var generation = 0; generation < 5; generation++)
        {
            run = Status.Get(_connection, run);
            var person = run.Person(leaver.Email);
            Assert.Equal((SentryUserStatusKind.Inactive, SentryUserStatusReason.GoneAfterActive), (person.Status, person.Reason));
            Assert.True(person.EverActive);
        }
    }

    [Fact]
    public void A_deactivated_account_is_not_gone()
    {
        var run = Status.Get(_connection);
        var member = _server.Estate.Organizations[0].Members.First(member => member is { User.IsActive: true, OrgRole: "member" });
        (member.User!.IsActive, member.User.IsListed) = (false, false);

        run = Status.Get(_connection, Status.Get(_connection, run));

        var person = run.Person(member.Email);
        Assert.Equal((SentryUserStatusKind.Inactive, SentryUserStatusReason.Deactivated), (person.Status, person.Reason));
        Assert.True(person.EverActive);
    }

    [Fact]
    public void Somebody_whom_the_list_did_not_show_is_not_gone()
    {
        var run = Status.Get(_connection);
        var member = _server.Estate.Organizations[0].Members.First(member => member is { User.IsActive: true, OrgRole: "member" });
        member.User!.IsListed = false;

        var person = Status.Get(_connection, run).Person(member.Email);

        Assert.Equal((SentryUserStatusKind.Active, SentryUserStatusReason.AccountActive), (person.Status, person.Reason));
    }

    [Fact]
    public void Leavers_stay_over_generations_of_rows()
    {
        var leaver = Leave(out var run);
        for (var generation = 0; generation < 4; generation++)
        {
            run = Status.Get(_connection, [.. run.Select(Row)]);
            var person = run.Person(leaver.Email);
            Assert.Equal((SentryUserStatusKind.Inactive, SentryUserStatusReason.GoneAfterActive), (person.Status, person.Reason));
        }

        Assert.Equal(_server.Estate.Organizations[0].Members.Count + 1, run.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Several_runs_can_be_given_in_any_order(bool newestFirst)
    {
        var leaver = Leave(out var old);
        var recent = Status.Get(_connection);
        object[] previous = newestFirst ? [.. recent, .. old] : [.. old, .. recent];

        var run = Status.Get(_connection, previous);

        Assert.Equal(SentryUserStatusReason.GoneAfterActive, run.Person(leaver.Email).Reason);
        Assert.Equal(run.Length, run.Select(person => person.MemberId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Runs_can_be_given_as_lists_of_their_own()
    {
        var leaver = Leave(out var old);

        var run = Status.Get(_connection, old.Cast<object>().ToArray(), Status.Get(_connection).Cast<object>().ToArray());

        Assert.Equal(SentryUserStatusReason.GoneAfterActive, run.Person(leaver.Email).Reason);
    }

    [Fact]
    public void Nothing_earlier_is_no_error()
    {
        Assert.Equal(5, Status.Get(_connection, []).Length);
        Assert.Equal(5, Status.Get(_connection, null!).Length);
    }

    [Theory]
    [InlineData("OrganizationSlug", null)]
    [InlineData("Status", null)]
    [InlineData("Status", "Retired")]
    [InlineData("Status", "1")]
    [InlineData("EverActive", "perhaps")]
    [InlineData("LastSeen", "yesterday-ish")]
    public void A_malformed_row_is_an_error_with_its_number_and_changes_nobody(string column, string? value)
    {
        var leaver = Leave(out var old);
        var rows = old.Select(Row).Cast<object>().ToArray();
        var number = Array.FindIndex(old, person => person.Email == leaver.Email) + 1;
        ((Hashtable)rows[number - 1])[column] = value;

        var run = Status.Run(_connection, rows);

        var error = run.SingleError();
        Assert.Equal(("InvalidPreviousRow", SentryErrorCategory.InvalidData), (error.ErrorId, error.Category));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Row {number} "), error.Message, StringComparison.Ordinal);
        Assert.Equal(5 - 1, run.Output.Count);
        Assert.DoesNotContain(run.Of<SentryUserStatus>(), person => person.Email == leaver.Email);
    }

    [Fact]
    public void A_row_that_names_nobody_is_malformed()
    {
        var run = Status.Run(_connection, new Hashtable { ["OrganizationSlug"] = "acme", ["Status"] = "Active" });

        Assert.Contains("Row 1 ", run.SingleError().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("just text")]
    [InlineData(42)]
    public void Something_that_is_no_row_is_malformed(object row) =>
        Assert.Equal("InvalidPreviousRow", Status.Run(_connection, row).SingleError().ErrorId);

    [Fact]
    public void Rows_of_other_organizations_are_left_out_with_a_verbose_line()
    {
        var foreign = new Hashtable { ["OrganizationSlug"] = "globex", ["MemberId"] = "77", ["Status"] = "Active" };

        var run = Status.Run(_connection, foreign);

        run.ShouldSucceed();
        Assert.DoesNotContain(run.Of<SentryUserStatus>(), person => person.MemberId == "77");
        Assert.Single(run.VerboseLines, line =>
            line.Contains("globex", StringComparison.Ordinal) && line.Contains("left out", StringComparison.Ordinal));
    }

    private SandboxMember Leave(out SentryUserStatus[] before)
    {
        var run = Status.Get(_connection);
        before = run;
        var leaver = _server.Estate.Organizations[0].Members.Last(member => member.User is { IsActive: true });
        Assert.Equal(SentryUserStatusKind.Active, run.Person(leaver.Email).Status);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Remove(leaver));
        return leaver;
    }

    /// <summary>A row as a CSV file keeps it: text only.</summary>
    private static Hashtable Row(SentryUserStatus person)
    {
        var row = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var property in typeof(SentryUserStatus).GetProperties())
        {
            row[property.Name] = Convert.ToString(property.GetValue(person), CultureInfo.InvariantCulture);
        }

        return row;
    }
}
