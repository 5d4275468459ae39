using SentryAudit.Cmdlets;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>A bare number is minutes, or whatever Sentry counts in; PowerShell alone would take 30 for ticks and '30' for days.</summary>
public sealed class BareNumberTests
{
    public static TheoryData<object, double> Numbers =>
        new()
        {
            { 30, 30 },
            { 30L, 30 },
            { 1440.0, 1440 },
            { 0.5, 0.5 },
            { "30", 30 },
            { " 30 ", 30 },
            { "0.5", 0.5 },
            { 0, 0 },
        };

    public static TheoryData<object?> Others =>
        new() { "00:30:00", "3.00:00:00", TimeSpan.FromMinutes(30), "half an hour", "0,5", "", null };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_minutes(object given, double minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), new BareNumberAttribute(TimeSpan.TicksPerMinute).Transform(null!, given));

    // PowerShell reads times itself, and refuses what is none.
    [Theory]
    [MemberData(nameof(Others))]
    public void Anything_else_is_left_to_PowerShell(object? given) =>
        Assert.Same(given, new BareNumberAttribute(TimeSpan.TicksPerMinute).Transform(null!, given!));

    [Fact]
    public void Each_parameter_has_its_own_unit() =>
        Assert.Equal(TimeSpan.FromHours(1), new BareNumberAttribute(TimeSpan.TicksPerSecond).Transform(null!, 3600));
}
