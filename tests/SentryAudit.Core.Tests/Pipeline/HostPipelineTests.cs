using SentryAudit.Core.Tests.Support;
using SentryAudit.Pipeline;

namespace SentryAudit.Core.Tests.Pipeline;

public sealed class HostPipelineTests
{
    private static readonly SentryException Fault = new("Id", SentryErrorCategory.InvalidData, "Message.", "Remedy.");

    public static TheoryData<string, string> Calls => new()
    {
        { nameof(ICmdletPipeline.Write), "write x" },
        { nameof(ICmdletPipeline.Error), "error Id target" },
        { nameof(ICmdletPipeline.Terminate), "terminate Id target" },
        { nameof(ICmdletPipeline.Inform), "inform x" },
        { nameof(ICmdletPipeline.Warn), "warn x" },
        { nameof(ICmdletPipeline.Verbose), "verbose x" },
        { nameof(ICmdletPipeline.Progress), "progress a: s" },
        { nameof(ICmdletPipeline.ShouldProcess), "process t a" },
        { nameof(ICmdletPipeline.ShouldContinue), "continue q c" },
        { nameof(ICmdletPipeline.TryContinue), "try q c" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_call_reaches_the_pipeline_under_the_hosts_context(string method, string recorded)
    {
        var inner = new FakePipeline();
        var host = SynchronizationContext.Current;

        PipelinePump.Run(
            async pump =>
            {
                await Task.Run(() => { });
                Call(new HostPipeline(inner, pump), method);
                Assert.Same(pump, SynchronizationContext.Current);
            },
            () => { });

        Assert.Equal([recorded], inner.Calls);
        Assert.Same(host, Assert.Single(inner.Contexts));
        Assert.Equal(Environment.CurrentManagedThreadId, Assert.Single(inner.Threads));
    }

    [Fact]
    public void No_call_was_forgotten() =>
        Assert.Equal(
            typeof(ICmdletPipeline)
                .GetMethods()
                .Where(method => !method.IsSpecialName)
                .Select(method => method.Name)
                .Order(StringComparer.Ordinal),
            Calls.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void What_the_pipeline_throws_passes_through()
    {
        var inner = new FakePipeline { OnCall = () => throw new TimeZoneNotFoundException() };

        Assert.Throws<TimeZoneNotFoundException>(() => PipelinePump.Run(
            pump =>
            {
                new HostPipeline(inner, pump).Write("x");
                return Task.CompletedTask;
            },
            () => { }));
    }

    private static void Call(HostPipeline pipeline, string method)
    {
        switch (method)
        {
            case nameof(ICmdletPipeline.Write):
                pipeline.Write("x");
                break;
            case nameof(ICmdletPipeline.Error):
                pipeline.Error(Fault, "target");
                break;
            case nameof(ICmdletPipeline.Terminate):
                pipeline.Terminate(Fault, "target");
                break;
            case nameof(ICmdletPipeline.Inform):
                pipeline.Inform("x");
                break;
            case nameof(ICmdletPipeline.Warn):
                pipeline.Warn("x");
                break;
            case nameof(ICmdletPipeline.Verbose):
                pipeline.Verbose("x");
                break;
            case nameof(ICmdletPipeline.Progress):
                pipeline.Progress(new PipelineProgress("a", "s"));
                break;
            case nameof(ICmdletPipeline.ShouldProcess):
                Assert.True(pipeline.ShouldProcess("t", "a"));
                break;
            case nameof(ICmdletPipeline.TryContinue):
                Assert.True(pipeline.TryContinue("q", "c"));
                break;
            default:
                Assert.True(pipeline.ShouldContinue("q", "c"));
                break;
        }
    }
}
