using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Streaming;

/// <summary>What a cmdlet says beside its objects: verbose lines, warnings, progress.</summary>
public sealed class ReportingTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void OneVerboseLineForEachExchange(string cmdlet)
    {
        var run = CmdletRunner.Run(Listing.Of(cmdlet).Create(Connection));

        var lines = run.VerboseLines.Where(line => line.StartsWith("GET ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Server.Requests.Count, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^GET \S+/api/0/\S* 200 \d+ ms, attempt 1$", line));
    }

    [Fact]
    public void AttemptsAreCounted()
    {
        Server.Faults.On("organizations/{org}/teams/", Fault.Empty(500), times: 2);

        var run = CmdletRunner.Run(Listing.Of("Get-SentryTeam").Create(Connection));

        Assert.Contains(run.VerboseLines, line =>
            line.Contains(" 500 ", StringComparison.Ordinal) && line.EndsWith("attempt 1", StringComparison.Ordinal));
        Assert.Contains(run.VerboseLines, line =>
            line.Contains(" 500 ", StringComparison.Ordinal) && line.EndsWith("attempt 2", StringComparison.Ordinal));
        Assert.Contains(run.VerboseLines, line =>
            line.Contains(" 200 ", StringComparison.Ordinal) && line.EndsWith("attempt 3", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void ProgressIsShownForSeveralPagesAndRemovedAtTheEnd(string cmdlet)
    {
        var run = CmdletRunner.Run(Listing.Of(cmdlet).Create(Connection));

        AssertCompleted(run);
        Assert.NotEmpty(run.ProgressStates);
        Assert.InRange(run.ProgressStates.Count, 2, 20);
    }

    [Fact]
    public void AShortListNeedsNoProgress() =>
        Assert.Empty(
            CmdletRunner.Run(new GetSentryMemberCommand { Connection = Connection, Organization = [new("globex")] }).ProgressStates);

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(403)]
    public void ProgressIsRemovedWhenTheReadBreaksOff(int status)
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Empty(status), skip: 2);

        AssertCompleted(CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(Connection)));
    }

    [Fact]
    public void AWaitIsAWarningAndProgressThatEnds()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.RetryAfter("7"), skip: 1, times: 1);

        var run = CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(Connection));

        var warning = Assert.Single(run.Warnings);
        Assert.Contains("rate", warning, StringComparison.Ordinal);
        Assert.Contains("waiting 7", warning, StringComparison.Ordinal);
        AssertCompleted(run);
    }

    [Fact]
    public async Task ADeprecationIsOneWarningForEachEndpointAndConnection()
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
    public void ControlCharactersNeverReachErrorsOrWarnings()
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
