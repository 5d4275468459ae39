using Polly;
using Polly.Retry;
using SentryAudit.Http;

namespace SentryAudit.Transport.Retrying;

/// <summary>
/// What Polly does: retries failed attempts and limits the time of each. When to retry is decided in <see cref="AttemptFaults"/>.
/// </summary>
internal static class ResiliencePipelines
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline Retries(TransportSettings settings)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = settings.Clock };

        // Polly does not accept a retry strategy with zero retries.
        return settings.MaximumRetryCount <= 0
            ? builder.Build()
            : builder
                .AddRetry(
                    new RetryStrategyOptions
                    {
                        MaxRetryAttempts = settings.MaximumRetryCount,
                        BackoffType = DelayBackoffType.Exponential,
                        Delay = FirstPause,
                        MaxDelay = LongestPause,
                        UseJitter = true,
                        ShouldHandle = static retry =>
                            ValueTask.FromResult(retry.Outcome.Result is Attempt { Fault.RetryReason: not null }),
                        DelayGenerator = static retry => ValueTask.FromResult((retry.Outcome.Result as Attempt)?.Fault?.Wait),
                        OnRetry = static retry =>
                        {
                            var (request, fault) = (Attempt)retry.Outcome.Result!;
                            request.Observer.OnWaiting(
                                new TransportWait(request.EndpointName, fault!.RetryReason!, retry.RetryDelay, IsPacing: false));
                            return ValueTask.CompletedTask;
                        },
                    }
                )
                .Build();
    }

    public static ResiliencePipeline AttemptTimeout(TransportSettings settings) =>
        new ResiliencePipelineBuilder { TimeProvider = settings.Clock }.AddTimeout(settings.AttemptTimeout).Build();
}
