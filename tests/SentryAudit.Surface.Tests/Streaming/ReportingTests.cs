using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Streaming;

/// <summary>What a cmdlet says beside its objects: verbose lines, warnings, progress.</summary>
public sealed class ReportingTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void One_verbose_line_for_each_exchange(string cmdlet)
    {
        var run = CmdletRunner.Run(Listing.Of(cmdlet).Create(Connection));

        var lines = run.VerboseLines.Where(line => line.StartsWith("GET ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Server.Requests.Count, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^GET \S+/api/0/\S* 200 \d+ ms, attempt 1$", line));
    }

    [Fact]
    public void The_attempts_of_an_exchange_are_counted()
    {
        Server.Faults.On("organizations/{org}/teams/", Fault.Empty(503), times: 2);

        var run = CmdletRunner.Run(Listing.Of("Get-SentryTeam").Create(Connection));

        Assert.Contains(run.VerboseLines, line =>
            line.Contains(" 503 ", StringComparison.Ordinal) && line.EndsWith("attempt 1", StringComparison.Ordinal));
        Assert.Contains(run.VerboseLines, line =>
            line.Contains(" 503 ", StringComparison.Ordinal) && line.EndsWith("attempt 2", StringComparison.Ordinal));
        Assert.Contains(run.VerboseLines, line =>
            line.Contains(" 200 ", StringComparison.Ordinal) && line.EndsWith("attempt 3", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void Progress_is_shown_for_several_pages_and_removed_at_the_end(string cmdlet)
    {
        var run = CmdletRunner.Run(Listing.Of(cmdlet).Create(Connection));

        AssertCompleted(run);
        Assert.NotEmpty(run.ProgressStates);
        Assert.InRange(run.ProgressStates.Count, 2, 20);
    }

    [Fact]
    public void A_short_list_needs_no_progress() =>
        Assert.Empty(
            CmdletRunner.Run(new GetSentryMemberCommand { Connection = Connection, Organization = [new("globex")] }).ProgressStates);

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(403)]
    public void Progress_is_removed_when_the_read_breaks_off(int status)
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Empty(status), skip: 2);

        AssertCompleted(CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(Connection)));
    }

    [Fact]
    public void A_long_wait_is_a_warning_and_progress_that_ends()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.RetryAfter("17"), skip: 1, times: 1);

        var run = CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(Connection));

        var warning = Assert.Single(run.Warnings);
        Assert.Contains("rate", warning, StringComparison.Ordinal);
        Assert.Contains("waiting 17", warning, StringComparison.Ordinal);
        AssertCompleted(run);
    }

    [Fact]
    public async Task A_deprecation_is_one_warning_for_each_endpoint_and_connection()
    {
        Server.Faults.On(
            "organizations/{org}/members/",
            Fault.Deprecated(new DateTimeOffset(2027, 1, 2, 0, 0, 0, TimeSpan.Zero), "the-new-members"));

        var warning = Assert.Single(CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(Connection)).Warnings);
        Assert.Contains("2027-01-02", warning, StringComparison.Ordinal);
        Assert.Contains("the-new-members", warning, StringComparison.Ordinal);
        Assert.Contains("organizations/{org}/members/", warning, StringComparison.Ordinal);
        Assert.Empty(CmdletRunner.Run(Listing.Of("Get-SentryUserStatus").Create(Connection)).Warnings);
        Assert.Single(CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(await Server.ConnectAsync())).Warnings);
    }

    [Fact]
    public void Control_characters_never_reach_errors_or_warnings()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Status(403, """{"detail":"No\u001b[31m access\u0007"}"""));

        var error = CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(Connection)).SingleError();

        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.DoesNotContain(error.RecommendedAction, char.IsControl);
    }

    private static void AssertCompleted(RecordingPipeline run)
    {
        foreach (var display in run.ProgressStates.GroupBy(state => state.Activity, StringComparer.Ordinal))
        {
            Assert.True(display.Last().Completed, display.Key);
        }
    }
}
