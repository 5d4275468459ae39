using System.Text.Json.Serialization.Metadata;
using Polly;
using SentryAudit.Http;
using SentryAudit.Transport.Http;
using SentryAudit.Transport.Retrying;

namespace SentryAudit.Transport;

/// <summary>
/// Sends a request: checks first whether it may be sent at all, then makes attempts with Polly, and gives the answer or throws the fault
/// of the last attempt.
/// </summary>
internal sealed class SentryTransport : ISentryTransport
{
    private readonly TransportSettings _settings;
    private readonly TransportParts _parts;
    private readonly ResiliencePipeline _retries;
    private readonly CancellationTokenSource _closing = new();

    public SentryTransport(TransportSettings settings)
    {
        _settings = settings;
        _parts = new TransportParts(settings);
        _retries = ResiliencePipelines.Retries(settings);
    }

    public async Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_closing.IsCancellationRequested)
        {
            throw SentryFaults.Closed(request);
        }

        var address = RequestGuard.Check(request, _settings);
        using var cancelledOrClosing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            var call = new Call<T>(request, address, type, _parts);
            var attempt = await _retries
                .ExecuteAsync(static (call, token) => call.AttemptAsync(token), call, cancelledOrClosing.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (attempt.Fault is { } fault)
            {
                _parts.Gone.Add(request, fault);
                throw fault.Error;
            }

            return attempt.Response!;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw SentryFaults.Closed(request);
        }
        catch (ObjectDisposedException) when (_closing.IsCancellationRequested)
        {
            throw SentryFaults.Closed(request);
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _parts.Dispose();
    }
}
