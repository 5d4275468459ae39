using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Pipeline;

namespace SentryAudit.Core.Tests.Pipeline;

public sealed class PipelineObserverTests
{
    private static readonly SentryExchange Exchange = new(
        "GET",
        new Uri("https://us.sentry.io/api/0/organizations/acme/members/?per_page=100"),
        "200",
        TimeSpan.FromMilliseconds(12.4),
        2);
    private static readonly TransportWait Pacing = new("GET x/", "One request of 40 is left", TimeSpan.FromSeconds(2), IsPacing: true);
    private static readonly TransportWait Limited = new("GET x/", "Sentry limits the rate", TimeSpan.FromSeconds(17), IsPacing: false);

    [Fact]
    public void An_exchange_is_a_verbose_line() =>
        Assert.Equal(
            ["verbose GET us.sentry.io/api/0/organizations/acme/members/?per_page=100 200 12 ms, attempt 2"],
            Observe(observer => observer.OnExchange(Exchange)).Calls);

    [Fact]
    public void A_deprecation_is_a_warning_naming_date_and_replacement()
    {
        var calls = Observe(observer =>
        {
            observer.OnDeprecated(new DeprecationNotice("GET x/", "2026-05-14", "workflows/"));
            observer.OnDeprecated(new DeprecationNotice("GET y/", "2026-05-14", Replacement: null));
        }).Calls;

        Assert.StartsWith(
            "warn Sentry has deprecated GET x/ (date: 2026-05-14). Its replacement is workflows/.",
            calls[0],
            StringComparison.Ordinal);
        Assert.Contains("names no replacement", calls[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_wait_is_a_verbose_line() =>
        Assert.Equal(
            ["verbose One request of 40 is left; waiting 2 s before GET x/ is asked again."],
            Observe(observer => observer.OnWaiting(Pacing)).Calls);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_wait_of_more_than_two_seconds_is_progress(bool isPacing)
    {
        const string Text = "Sentry limits the rate; waiting 2.1 s before GET x/ is asked again.";
        var wait = Limited with { Delay = TimeSpan.FromSeconds(2.1), IsPacing = isPacing };

        Assert.Equal([$"verbose {Text}", $"progress Waiting for Sentry: {Text}"], Observe(observer => observer.OnWaiting(wait)).Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_wait_of_more_than_ten_seconds_is_a_warning_once(bool isPacing)
    {
        const string Text = "Sentry limits the rate; waiting 17 s before GET x/ is asked again.";
        var wait = Limited with { IsPacing = isPacing };

        var calls = Observe(observer =>
        {
            observer.OnWaiting(wait);
            observer.OnWaiting(wait);
        }).Calls;

        Assert.Equal(
            [$"warn {Text}", $"progress Waiting for Sentry: {Text}", $"verbose {Text}", $"progress Waiting for Sentry: {Text}"], calls);
    }

    [Fact]
    public void The_progress_of_a_wait_is_completed_by_the_next_exchange()
    {
        var states = Observe(observer =>
        {
            observer.OnExchange(Exchange);
            observer.OnWaiting(Limited);
            observer.OnExchange(Exchange);
            observer.OnExchange(Exchange);
        }).ProgressStates;

        Assert.Equal(
            [("Waiting for Sentry", false), ("Waiting for Sentry", true)],
            states.Select(state => (state.Activity, state.Completed)));
    }

    [Fact]
    public void Everything_reaches_the_pipeline_on_its_own_thread()
    {
        var pipeline = Observe(observer =>
        {
            observer.OnExchange(Exchange);
            observer.OnWaiting(Limited);
        });

        Assert.All(pipeline.Threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public void What_Sentry_wrote_cannot_carry_control_characters() =>
        Assert.All(
            Observe(observer =>
            {
                observer.OnExchange(Exchange with { Outcome = "\e[2J" });
                observer.OnWaiting(Limited with { Reason = "\e[2J" });
                observer.OnDeprecated(new DeprecationNotice("GET x/", "\e[2J", "\a"));
            }).Calls,
            call => Assert.DoesNotContain(call, char.IsControl));

    [Fact]
    public void What_comes_after_the_end_of_the_cmdlet_is_dropped()
    {
        var pipeline = new FakePipeline();
        PipelineObserver? late = null;
        PipelinePump.Run(
            pump =>
            {
                late = new PipelineObserver(pipeline, pump);
                return Task.CompletedTask;
            },
            () => { });

        late!.OnExchange(Exchange);

        Assert.Empty(pipeline.Calls);
    }

    private static FakePipeline Observe(Action<ITransportObserver> happen)
    {
        var pipeline = new FakePipeline();
        PipelinePump.Run(pump => Task.Run(() => happen(new PipelineObserver(pipeline, pump))), () => { });
        return pipeline;
    }
}
