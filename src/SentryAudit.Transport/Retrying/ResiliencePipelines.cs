using Polly;
using Polly.Retry;
using SentryAudit.Http;

namespace SentryAudit.Transport.Retrying;

/// <summary>Polly's part: attempts again after a setback, and a time limit for each. The rules themselves are in <see cref="Setbacks"/>.</summary>
internal static class ResiliencePipelines
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline Retries(TransportSettings settings)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = settings.Clock };

        // Polly refuses a retry strategy with no retries.
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
                            ValueTask.FromResult(retry.Outcome.Result is Attempt { Setback.RetryReason: not null }),
                        DelayGenerator = static retry => ValueTask.FromResult((retry.Outcome.Result as Attempt)?.Setback?.Wait),
                        OnRetry = static retry =>
                        {
                            var (request, setback) = (Attempt)retry.Outcome.Result!;
                            request.Observer.OnWaiting(
                                new TransportWait(request.EndpointName, setback!.RetryReason!, retry.RetryDelay, IsPacing: false));
                            return ValueTask.CompletedTask;
                        },
                    }
                )
                .Build();
    }

    public static ResiliencePipeline AttemptTimeout(TransportSettings settings) =>
        new ResiliencePipelineBuilder { TimeProvider = settings.Clock }.AddTimeout(settings.AttemptTimeout).Build();
}
