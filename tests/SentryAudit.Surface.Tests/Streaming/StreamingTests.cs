using SentryAudit.Cmdlets;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Streaming;

/// <summary>Objects leave as they come, and nobody reads on for a pipeline that has enough.</summary>
public sealed class StreamingTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    // Listings of two pages have asked for the second, their last, when the first object leaves.
    public static TheoryData<string> ThreePages =>
        ["Get-SentryMember", "Get-SentryRelease", "Get-SentryAlertRule", "Get-SentryUserStatus", "Get-SentryIssue"];

    [Theory]
    [MemberData(nameof(ThreePages))]
    public void The_first_object_leaves_before_the_last_page_is_asked_for(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);
        var (pages, first) = (0, true);
        var pipeline = new RecordingPipeline
        {
            OnWrite = _ =>
            {
                pages = first ? Server.Requests.To(listing.Endpoint).Count : pages;
                first = false;
            },
        };

        CmdletRunner.Run(listing.Create(Connection), pipeline).ShouldSucceed();

        Assert.InRange(pages, 1, 2);
        Assert.True(Server.Requests.To(listing.Endpoint).Count > pages);
    }

    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void A_pipeline_that_has_enough_stops_the_reading(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);

        var pipeline = CmdletRunner.First(listing.Create(Connection));

        Assert.Single(pipeline.Output);
        Assert.Empty(pipeline.AllErrors());
        Assert.InRange(Server.Requests.To(listing.Endpoint).Count, 1, 2);
    }

    [Fact]
    public void Nothing_is_read_far_ahead_of_a_slow_consumer()
    {
        var listing = Listing.Of("Get-SentryMember");
        var most = 0;
        var written = 0;
        var pipeline = new RecordingPipeline
        {
            // Pages beyond the one being written: the next one at most.
            OnWrite = _ => most = Math.Max(most, Server.Requests.To(listing.Endpoint).Count - 1 - (written++ / 100)),
        };

        CmdletRunner.Run(listing.Create(Connection), pipeline).ShouldSucceed();

        Assert.InRange(most, 0, 1);
    }

    [Fact]
    public void Writing_happens_on_the_callers_thread()
    {
        var threads = new HashSet<int>();
        var pipeline = new RecordingPipeline { OnWrite = _ => threads.Add(Environment.CurrentManagedThreadId) };

        CmdletRunner.Run(Listing.Of("Get-SentryMember").Create(Connection), pipeline);

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void A_cmdlet_downstream_may_block_on_a_task()
    {
        var pipeline = new RecordingPipeline
        {
            OnWrite = _ => YieldAsync().GetAwaiter().GetResult(),
        };

        CmdletRunner.Run(Listing.Of("Get-SentryTeam").Create(Connection), pipeline).ShouldSucceed();

        static async Task YieldAsync() => await Task.Yield();
    }

    [Fact]
    public void The_same_connection_serves_several_cmdlets_at_once()
    {
        var counts = new int[8];
        Parallel.For(0, counts.Length, index =>
        {
            SentryCmdlet cmdlet = Listing.Of("Get-SentryMember").Create(Connection);
            counts[index] = CmdletRunner.Run(cmdlet).Output.Count;
        });

        Assert.All(counts, count => Assert.Equal(Acme.Members.Count, count));
    }
}
