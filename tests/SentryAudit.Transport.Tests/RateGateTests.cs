using SentryAudit.Tests;
using SentryAudit.Transport.Answers;
using SentryAudit.Transport.Pacing;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class RateGateTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Start);
    private readonly Line _line;
    private readonly RateGate _gate;

    public RateGateTests()
    {
        _line = new Line(new Uri("https://sentry.example/"), clock: _clock, skips: false);
        _gate = new RateGate(_clock);
    }

    public void Dispose()
    {
        _gate.Dispose();
        _line.Dispose();
    }

    [Fact]
    public void The_first_request_goes_alone()
    {
        Enter(3);

        Assert.Equal(1, _gate.InFlight);

        _gate.Leave(limits: null);
        Assert.Equal(2, _gate.InFlight);
    }

    [Fact]
    public void A_self_hosted_Sentry_has_no_limits()
    {
        Enter(1);
        _gate.Leave(limits: null);

        Enter(500);

        Assert.Equal(500, _gate.InFlight);
        Assert.Empty(_line.Waits);
    }

    [Fact]
    public async Task What_is_left_of_the_window_is_used_and_no_more()
    {
        await OpenAsync(Limits(remaining: 5));
        Enter(8);

        Assert.Equal(5, _gate.InFlight);
        _clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.Equal(5, _gate.InFlight);
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        // Those in flight may be counted in the new window: 40 - 5 leaves room for the three.
        Assert.Equal(8, _gate.InFlight);
    }

    [Fact]
    public async Task Requests_in_flight_count_against_the_next_window()
    {
        await OpenAsync(Limits(remaining: 40));
        Enter(60);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal(40, _gate.InFlight);

        // Their answers come late and describe the new window, which they have used up.
        for (var i = 1; i <= 40; i++)
        {
            _gate.Leave(Limits(remaining: 40 - i, window: 2));
        }

        Assert.Equal(0, _gate.InFlight);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(20, _gate.InFlight);
    }

    [Fact]
    public async Task An_old_windows_late_answer_does_not_open_the_new_one()
    {
        await OpenAsync(Limits(remaining: 2));
        Enter(2);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        _gate.Leave(Limits(remaining: 0, window: 2));
        _gate.Leave(Limits(remaining: 39, window: 1));

        Enter(1);
        Assert.Equal(0, _gate.InFlight);
    }

    [Fact]
    public async Task An_old_windows_late_answer_does_not_close_the_new_one()
    {
        await OpenAsync(Limits(remaining: 2));
        Enter(2);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        _gate.Leave(Limits(remaining: 39, window: 2));
        _gate.Leave(Limits(remaining: 0, window: 1));

        Enter(40);
        Assert.Equal(39, _gate.InFlight);
    }

    [Fact]
    public async Task A_timer_that_goes_off_early_is_set_again()
    {
        var clock = new EarlyClock(Start);
        using var gate = new RateGate(clock);
        await gate.EnterAsync(_line.Members(), CancellationToken.None).AsTask().WaitAsync(Line.Limit);
        gate.Leave(Limits(remaining: 0));
        var waiting = gate.EnterAsync(_line.Members(), CancellationToken.None).AsTask();

        clock.GoOff(Start.AddMilliseconds(999));
        Assert.Equal((0, 2), (gate.InFlight, clock.TimesSet));
        clock.GoOff(Start.AddMilliseconds(1000));

        await waiting.WaitAsync(Line.Limit);
    }

    [Fact]
    public async Task Another_tools_requests_are_seen_in_what_remains()
    {
        await OpenAsync(Limits(remaining: 40));
        Enter(1);
        _gate.Leave(Limits(remaining: 3));

        Enter(10);
        Assert.Equal(3, _gate.InFlight);
    }

    [Fact]
    public async Task No_more_requests_run_at_once_than_Sentry_allows()
    {
        await OpenAsync(Limits(remaining: 40) with { ConcurrentLimit = 3 });
        Enter(5);

        Assert.Equal(3, _gate.InFlight);
        _gate.Leave(limits: null);
        Assert.Equal(3, _gate.InFlight);
        _gate.Leave(limits: null);
        _gate.Leave(limits: null);
        Assert.Equal(2, _gate.InFlight);
    }

    [Fact]
    public async Task A_caller_that_gives_up_takes_no_place()
    {
        await OpenAsync(Limits(remaining: 1));
        Enter(1);
        using var cancel = new CancellationTokenSource();
        var impatient = _gate.EnterAsync(_line.Members(), cancel.Token).AsTask();
        var patient = Enter(1)[0];

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.WaitAsync(Line.Limit));
        _gate.Leave(Limits(remaining: 0));
        _clock.Advance(TimeSpan.FromSeconds(1.1));

        Assert.Equal(1, _gate.InFlight);
        await patient.WaitAsync(Line.Limit);
    }

    [Fact]
    public async Task Long_waits_are_reported()
    {
        await OpenAsync(Limits(remaining: 0));
        Enter(1);
        _clock.Advance(TimeSpan.FromMilliseconds(900));
        Enter(1);

        var wait = Assert.Single(_line.Waits);
        Assert.True(wait.IsPacing);
        Assert.InRange(wait.Delay, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.05));
    }

    [Fact]
    public async Task A_window_minutes_long_is_left_to_Sentry()
    {
        await OpenAsync(Limits(remaining: 0, window: 600));

        Enter(1);
        Assert.Equal(1, _gate.InFlight);
    }

    [Fact]
    public async Task An_answer_without_headers_in_between_changes_nothing()
    {
        await OpenAsync(Limits(remaining: 2));
        Enter(1);
        _gate.Leave(limits: null);

        Enter(5);
        Assert.Equal(2, _gate.InFlight);
    }

    private static RateLimits Limits(int remaining, int window = 1) =>
        new(Limit: 40, remaining, Start.ToUnixTimeSeconds() + window, Start.AddSeconds(window), ConcurrentLimit: null);

    private async Task OpenAsync(RateLimits limits)
    {
        await Enter(1)[0].WaitAsync(Line.Limit);
        _gate.Leave(limits);
    }

    private List<Task> Enter(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _gate.EnterAsync(_line.Members(), CancellationToken.None).AsTask())];
}
