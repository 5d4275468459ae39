using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>A sign-in with a code that is entered in a browser on any device (RFC 8628).</summary>
internal sealed class DeviceSignIn(OAuthClient client, ITransportObserver observer, TimeProvider clock)
{
    private static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    public async Task<DeviceCode> StartAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        try
        {
            return await client.RequestDeviceCodeAsync(scopes, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException fault)
        {
            throw SignInFaults.Of(fault, client);
        }
    }

    /// <summary>Asks Sentry, at intervals, until somebody has entered the code and approved the sign-in.</summary>
    public async Task<TokenGrant> WaitAsync(DeviceCode code, CancellationToken cancellationToken)
    {
        var interval = code.Interval;
        while (true)
        {
            await PauseAsync(code, interval, cancellationToken).ConfigureAwait(false);
            try
            {
                return await client.RedeemAsync(code, observer, cancellationToken).ConfigureAwait(false);
            }
            catch (SentryApiException fault)
            {
                interval = NextInterval(interval, fault) ?? throw SignInFaults.Of(fault, client);
            }
        }
    }

    private async Task PauseAsync(DeviceCode code, TimeSpan interval, CancellationToken cancellationToken)
    {
        var rest = code.ExpiresAt - clock.GetUtcNow();
        var pause = interval < rest ? interval : rest;
        await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, clock, cancellationToken).ConfigureAwait(false);
        if (clock.GetUtcNow() >= code.ExpiresAt)
        {
            throw SignInFaults.Expired();
        }
    }

    // Null for a fault that ends the sign-in.
    private static TimeSpan? NextInterval(TimeSpan interval, SentryApiException fault) =>
        fault switch
        {
            { Code: "authorization_pending" } => interval,
            { Code: "slow_down" } => interval + SlowDown,

            // The standard asks for longer pauses while no answer comes.
            _ when IsTemporary(fault) => interval * 2 < LongestInterval ? interval * 2 : LongestInterval,
            _ => null,
        };

    private static bool IsTemporary(SentryApiException fault) =>
        fault.Category
            is SentryErrorCategory.ConnectionError
                or SentryErrorCategory.OperationTimeout
                or SentryErrorCategory.ResourceUnavailable
                or SentryErrorCategory.LimitsExceeded
        && fault.Status is null or >= 500 or 408 or 429;
}
