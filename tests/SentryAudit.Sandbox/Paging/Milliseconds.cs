namespace SentryAudit.Sandbox.Paging;

/// <summary>Moments as the keys of cursors.</summary>
internal static class Milliseconds
{
    /// <summary>Sentry rounds up, so that rows of the same millisecond stay on the page side of the cursor.</summary>
    public static long Of(DateTimeOffset moment) =>
        (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
}
