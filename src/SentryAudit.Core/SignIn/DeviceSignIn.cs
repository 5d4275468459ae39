using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>Signing in by a code that is entered on any device with a browser (RFC 8628).</summary>
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

    /// <summary>Asks until somebody has entered the code and approved, never before the interval has passed.</summary>
    public async Task<TokenGrant> WaitAsync(DeviceCode code, CancellationToken cancellationToken)
    {
        var interval = code.Interval;
        while (true)
        {
            var rest = code.ExpiresAt - clock.GetUtcNow();
            await Task.Delay(
                    interval < rest ? interval
                        : rest > TimeSpan.Zero ? rest
                        : TimeSpan.Zero,
                    clock,
                    cancellationToken).ConfigureAwait(false);
            if (clock.GetUtcNow() >= code.ExpiresAt)
            {
                throw SignInFaults.Expired();
            }

            try
            {
                return await client.RedeemAsync(code, observer, cancellationToken).ConfigureAwait(false);
            }
            catch (SentryApiException fault) when (fault.Code is "authorization_pending")
            {
                // Nobody has decided yet.
            }
            catch (SentryApiException fault) when (fault.Code is "slow_down")
            {
                interval += SlowDown;
            }
            catch (SentryApiException fault) when (IsPassing(fault))
            {
                // The standard asks for longer pauses while no answer comes.
                interval = interval * 2 < LongestInterval ? interval * 2 : LongestInterval;
            }
            catch (SentryApiException fault)
            {
                throw SignInFaults.Of(fault, client);
            }
        }
    }

    private static bool IsPassing(SentryApiException fault) =>
        fault.Category
            is SentryErrorCategory.ConnectionError
                or SentryErrorCategory.OperationTimeout
                or SentryErrorCategory.ResourceUnavailable
                or SentryErrorCategory.LimitsExceeded
        && fault.Status is null or >= 500 or 408 or 429;
}
