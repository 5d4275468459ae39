using System.Management.Automation;
using SentryAudit.Inventory;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Inventory;

/// <summary>Whatever fails: what could be read is stored, nothing is taken for removed that could not be looked for.</summary>
public sealed class SyncFaultTests(LargeSandbox sandbox) : InventoryTest(sandbox), IClassFixture<LargeSandbox>
{
    // What a failure of an endpoint leaves incomplete.
    private static readonly Dictionary<string, string[]> Endpoints = new(StringComparer.Ordinal)
    {
        ["organizations/{org}/"] = ["Organization", "Role"],
        ["organizations/{org}/members/"] = ["Member"],
        ["organizations/{org}/teams/"] = ["Team", "TeamMember"],
        ["teams/{org}/{team}/members/"] = ["TeamMember"],
        ["organizations/{org}/projects/"] = ["Project", "AlertRule", "Monitor", "ProjectKey"],
        ["organizations/{org}/releases/"] = ["Release"],
        ["organizations/{org}/workflows/"] = ["AlertRule", "Monitor"],
        ["organizations/{org}/project-keys/"] = ["ProjectKey"],
        ["organizations/{org}/repos/"] = ["Repository"],
        ["organizations/{org}/integrations/"] = ["Integration"],
    };

    public static TheoryData<string, string> Matrix
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var endpoint in Endpoints.Keys)
            {
                foreach (
                    var fault in new[] { "401", "403", "410 brown-out", "429", "500", "connection reset", "truncated JSON", "HTML body" }
                )
                {
                    data.Add(endpoint, fault);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task One_kinds_failure_leaves_the_others(string endpoint, string faultName)
    {
        var fault = LastingFault.Of(faultName);
        var rule = Server.Faults.On(endpoint, fault.Make());

        // Releases are many and have nothing to do with most of it.
        var command = Sync(await Server.ConnectAsync(retries: 0));
        command.ReleaseSince = new Duration("1d");
        var run = Run(command, "PassThru");

        Assert.True(rule.Applied > 0);
        if (fault.Category is SentryErrorCategory.AuthenticationError)
        {
            Assert.Equal(fault.Category, run.TerminatingError().Category);
            Assert.False(Store.Exists);
            return;
        }

        Assert.Null(run.Terminated);
        Assert.Equal(Endpoints[endpoint].Order(StringComparer.Ordinal), Incomplete(run).Order(StringComparer.Ordinal));
        Assert.Equal(Endpoints[endpoint].Length, run.Errors.Count);
        Assert.All(run.Errors, error => Assert.Equal(fault.Category, error.Exception.Category));
        Assert.All(run.Errors, error => Assert.StartsWith("acme ", (string)error.Target!, StringComparison.Ordinal));
        Assert.All(Current.Header.Sections, section => Assert.Equal(section.IsComplete, section.Problem is null));
    }

    [Theory]
    [InlineData("truncated JSON")]
    [InlineData("410 brown-out")]
    [InlineData("no Link header")]
    public async Task A_break_on_the_second_page_removes_nobody(string faultName)
    {
        SyncWell();
        var gone = Acme.Members[0];
        Acme.Members.Remove(gone);
        Server.Faults.On("organizations/{org}/members/", LastingFault.Of(faultName).Make(), skip: 1);
        var broken = Run(Sync(await Server.ConnectAsync(retries: 0)), "PassThru");
        var entries = Current.Read(InventoryKinds.Member).ToArray();
        Server.Faults.Clear();
        var whole = SyncWell();
        Acme.Members.Insert(0, gone);

        Assert.Equal("IncompleteListing", broken.SingleError().ErrorId);
        Assert.All(entries, entry => Assert.Null(entry.RemovedAt));
        Assert.Equal(Acme.Members.Count, entries.Length);
        Assert.Equal((Acme.Members.Count - 1, 1), (whole.Members, whole.Removed));
    }

    [Fact]
    public async Task A_refused_token_on_a_later_page_ends_the_sync_and_leaves_the_state()
    {
        var before = SyncWell();
        Server.Faults.On("organizations/{org}/members/", LastingFault.Of("401").Make(), skip: 1);
        Assert.Equal(SentryErrorCategory.AuthenticationError, Run(Sync(await Server.ConnectAsync(retries: 0))).TerminatingError().Category);
        Assert.Equal(before.StartedAt, Assert.Single(Stored()).StartedAt);
    }

    [Fact]
    public async Task Where_nothing_can_be_read_nothing_is_written()
    {
        SyncWell();
        var connection = await Server.ConnectAsync(retries: 0);
        foreach (var endpoint in Endpoints.Keys.Concat(["organizations/{org}/detectors/", "organizations/{org}/monitors/"]))
        {
            Server.Faults.On(endpoint, Fault.Reset());
        }

        var run = Run(Sync(connection), "PassThru");
        Assert.Empty(run.Output);
        Assert.Equal(InventoryKinds.All.Count, run.Errors.Count);
        Assert.Contains("Nothing of acme could be read", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Single(Stored());
    }

    [Fact]
    public async Task Stopping_ends_the_sync_at_once_and_leaves_the_state()
    {
        var before = SyncWell();
        Server.Faults.On("organizations/{org}/members/", Fault.Delay(TimeSpan.FromSeconds(20)), skip: 1);
        var command = Sync();
        var pipeline = new RecordingPipeline();
        var run = Task.Factory.StartNew(
            () => CmdletRunner.Run(command, pipeline),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.True(SpinWait.SpinUntil(() => Server.Requests.To("organizations/{org}/members/").Count > 4, TimeSpan.FromSeconds(20)));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        pipeline.Stop();
        await Assert.ThrowsAsync<PipelineStoppedException>(() => run);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(before.StartedAt, Assert.Single(Stored()).StartedAt);
        Assert.Empty(Directory.GetFiles(Store.Folder, "*.unfinished"));
    }
}
