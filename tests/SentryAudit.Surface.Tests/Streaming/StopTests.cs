using System.Diagnostics;
using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Streaming;

/// <summary>Ctrl+C, whatever is being waited for.</summary>
public sealed class StopTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private const string Members = "organizations/{org}/members/";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, Func<Fault>> Waits = new(StringComparer.Ordinal)
    {
        ["slow answer"] = () => Fault.Delay(Patience),
        ["slow drip"] = () => Fault.SlowDrip(TimeSpan.FromMilliseconds(100), chunkBytes: 1),
        ["rate limit"] = () => Fault.RetryAfter("60"),
        ["brown-out"] = Fault.BrownOut,
        ["backoff"] = () => Fault.RetryAfter("30"),
    };

    public static TheoryData<string> Names => [.. Waits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Stopping_ends_a_cmdlet_at_once_and_as_a_stopped_pipeline(string wait)
    {
        var connection = await Server.ConnectAsync(clock: TimeProvider.System);
        Server.Faults.On(Members, Waits[wait]());
        var cmdlet = new GetSentryMemberCommand { Connection = connection, Organization = [new("acme")] };

        await StopAsync(cmdlet, pipeline =>
            Server.Requests.To(Members).Count > 0 && (wait.StartsWith("slow", StringComparison.Ordinal) || pipeline.Warnings.Count > 0));
    }

    [Fact]
    public async Task Stopping_works_while_many_teams_are_read_at_once()
    {
        Server.Faults.On("teams/{org}/{team}/members/", Fault.Delay(Patience), skip: 1);
        var cmdlet = new GetSentryMemberCommand { Connection = Connection, Organization = [new("acme")] };

        await StopAsync(cmdlet, _ => Server.Requests.To("teams/{org}/{team}/members/").Count > 2, "IncludeTeams");
    }

    [Fact]
    public async Task The_connection_still_works_afterwards()
    {
        Server.Faults.On(Members, Fault.Delay(Patience), times: 1);
        await StopAsync(new GetSentryMemberCommand { Connection = Connection, Organization = [new("acme")] }, _ =>
            Server.Requests.To(Members).Count > 0);

        Assert.Equal(
            Acme.Members.Count,
            Get<SentryMember>(new GetSentryMemberCommand { Connection = Connection, Organization = [new("acme")] }).Length);
    }

    private static async Task StopAsync(SentryCmdlet cmdlet, Func<RecordingPipeline, bool> isWaiting, params string[] switches)
    {
        var pipeline = new RecordingPipeline();
        var run = Task.Factory.StartNew(
            () => CmdletRunner.Run(cmdlet, pipeline, switches),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.True(SpinWait.SpinUntil(() => isWaiting(pipeline), Patience));
        Assert.False(run.IsCompleted);

        var clock = Stopwatch.StartNew();
        pipeline.Stop();
        await Assert.ThrowsAsync<PipelineStoppedException>(() => run);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);
        Assert.Empty(pipeline.AllErrors());
    }
}
