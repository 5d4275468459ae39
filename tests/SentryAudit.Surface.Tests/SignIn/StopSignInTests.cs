using System.Diagnostics;
using System.Management.Automation;
using SentryAudit.Commands.Connection;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>Ctrl+C while somebody is waited for.</summary>
public sealed class StopSignInTests : SignInTest
{
    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Browser")]
    public async Task Stopping_ends_a_sign_in_at_once(string way)
    {
        var told = new TaskCompletionSource();
        var pipeline = new RecordingPipeline { OnTell = _ => told.TrySetResult() };
        var cmdlet = new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId };
        var running = Task.Run(() => Run(cmdlet, pipeline, way));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var watch = Stopwatch.StartNew();
        DirectRunner.Stop(cmdlet);

        await Assert.ThrowsAsync<PipelineStoppedException>(() => running);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Empty(pipeline.Errors);
    }
}
