using SentryAudit.Pipeline;

namespace SentryAudit.Core.Tests.Pipeline;

public sealed class PipelinePumpTests
{
    [Fact]
    public void What_follows_an_await_runs_on_the_calling_thread()
    {
        var threads = new List<int>();

        PipelinePump.Run(
            async _ =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Run(() => { });
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Yield();
                threads.Add(Environment.CurrentManagedThreadId);
            },
            () => { });

        Assert.Equal(Enumerable.Repeat(Environment.CurrentManagedThreadId, 3), threads);
    }

    [Fact]
    public void What_others_post_runs_on_the_calling_thread_in_order_while_the_body_waits()
    {
        var posted = new List<(int Number, int Thread)>();

        PipelinePump.Run(
            pump => Task.Run(() =>
            {
                for (var i = 0; i < 3; i++)
                {
                    pump.Post(number => posted.Add(((int)number!, Environment.CurrentManagedThreadId)), i);
                }
            }),
            () => { });

        Assert.Equal(Enumerable.Range(0, 3).Select(number => (number, Environment.CurrentManagedThreadId)), posted);
    }

    [Fact]
    public void A_late_post_is_dropped_not_thrown()
    {
        PipelinePump? late = null;
        PipelinePump.Run(
            pump =>
            {
                late = pump;
                return Task.CompletedTask;
            },
            () => { });

        var ran = false;
        late!.Post(_ => ran = true, state: null);

        Assert.False(ran);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_exception_keeps_its_type_and_its_stack(bool afterAwait)
    {
        var fault = Assert.Throws<TimeZoneNotFoundException>(() => PipelinePump.Run(_ => ThrowFromHere(afterAwait), () => { }));

        Assert.Contains(nameof(ThrowFromHere), fault.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_throws_before_its_first_await_keeps_its_exception_too() =>
        Assert.Throws<TimeZoneNotFoundException>(() => PipelinePump.Run(_ => throw new TimeZoneNotFoundException(), () => { }));

    [Fact]
    public void Cancellation_leaves_as_cancellation()
    {
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => PipelinePump.Run(
            pump =>
            {
                pump.Post(_ => source.Cancel(), state: null);
                return Task.Delay(Timeout.Infinite, source.Token);
            },
            () => { }));
    }

    [Fact]
    public void A_posted_failure_cancels_the_body_and_is_thrown_in_its_place()
    {
        using var source = new CancellationTokenSource();
        var bodyWasCancelled = false;

        var fault = Assert.Throws<TimeZoneNotFoundException>(() => PipelinePump.Run(
            async pump =>
            {
                pump.Post(_ => Fail(), state: null);
                try
                {
                    await Task.Delay(Timeout.Infinite, source.Token);
                }
                finally
                {
                    bodyWasCancelled = source.IsCancellationRequested;
                }
            },
            source.Cancel));

        Assert.True(bodyWasCancelled);
        Assert.Contains(nameof(Fail), fault.StackTrace, StringComparison.Ordinal);

        static void Fail() => throw new TimeZoneNotFoundException();
    }

    [Fact]
    public void Of_several_posted_failures_the_first_is_thrown_even_when_the_body_went_well()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => PipelinePump.Run(
            pump =>
            {
                pump.Post(_ => throw new InvalidOperationException("first"), state: null);
                pump.Post(_ => throw new InvalidOperationException("second"), state: null);
                return Task.CompletedTask;
            },
            () => { }));

        Assert.Equal("first", fault.Message);
    }

    [Fact]
    public void The_hosts_context_is_back_after_the_run_however_it_ended() => UnderHostContext(host =>
    {
        PipelinePump.Run(pump => Task.CompletedTask, () => { });
        Assert.Same(host, SynchronizationContext.Current);

        Assert.Throws<TimeZoneNotFoundException>(() => PipelinePump.Run(_ => throw new TimeZoneNotFoundException(), () => { }));
        Assert.Same(host, SynchronizationContext.Current);
    });

    [Fact]
    public void Outside_is_the_hosts_context_and_afterwards_the_pumps() => UnderHostContext(host => PipelinePump.Run(
        async pump =>
        {
            await Task.Yield();
            Assert.Same(pump, SynchronizationContext.Current);
            Assert.Same(host, pump.Outside(() => SynchronizationContext.Current));
            Assert.Same(pump, SynchronizationContext.Current);
            Assert.Throws<TimeZoneNotFoundException>(() => pump.Outside<int>(() => throw new TimeZoneNotFoundException()));
            Assert.Same(pump, SynchronizationContext.Current);
        },
        () => { }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pump_may_run_within_another(bool outside) => UnderHostContext(host =>
    {
        var order = new List<string>();
        PipelinePump.Run(
            async outer =>
            {
                await Task.Yield();
                Action inner = () => PipelinePump.Run(
                    async pump =>
                    {
                        await Task.Run(() => { });
                        Assert.Same(outside ? host : outer, pump.Outside(() => SynchronizationContext.Current));
                        order.Add("inner");
                    },
                    () => { });
                outer.Post(_ => order.Add("posted before"), state: null);
                if (outside)
                {
                    outer.Outside(() => { inner(); return true; });
                }
                else
                {
                    inner();
                }

                Assert.Same(outer, SynchronizationContext.Current);
                await Task.Yield();
                order.Add("outer");
            },
            () => { });

        Assert.Equal(["inner", "posted before", "outer"], order);
    });

    [Fact]
    public void Sending_is_refused_rather_than_a_deadlock() =>
        PipelinePump.Run(
            pump =>
            {
                Assert.Throws<NotSupportedException>(() => pump.Send(_ => { }, state: null));
                Assert.Same(pump, pump.CreateCopy());
                return Task.CompletedTask;
            },
            () => { });

    private static async Task ThrowFromHere(bool afterAwait)
    {
        if (afterAwait)
        {
            await Task.Run(() => { });
        }

        throw new TimeZoneNotFoundException();
    }

    private static void UnderHostContext(Action<SynchronizationContext> test)
    {
        var before = SynchronizationContext.Current;
        var host = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(host);
        try
        {
            test(host);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
