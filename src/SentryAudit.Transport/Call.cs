using System.Text.Json.Serialization.Metadata;
using Polly.Timeout;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Transport.Answers;
using SentryAudit.Transport.Http;
using SentryAudit.Transport.Retrying;

namespace SentryAudit.Transport;

/// <summary>One request while it is being answered: counts its attempts and reports each to the request's observer.</summary>
internal sealed class Call<T>(SentryRequest request, Uri address, JsonTypeInfo<T> type, TransportParts parts)
{
    private int _attempts;
    private bool _renewed;
    private bool _brokeDown;

    /// <summary>
    /// Makes an attempt. If Sentry refuses the token and it can be renewed, makes a second one: Sentry did nothing in the first, so any
    /// verb may be repeated.
    /// </summary>
    public async ValueTask<Attempt<T>> AttemptAsync(CancellationToken cancellationToken)
    {
        if (parts.Gone.Find(request) is { } gone)
        {
            return new Attempt<T>(request, Response: null, gone);
        }

        var token = await GetTokenAsync(cancellationToken).ConfigureAwait(false);
        var attempt = await AttemptAsync(token, cancellationToken).ConfigureAwait(false);
        if (attempt.Fault?.Error is not { Status: 401, Code: null } || _renewed || request.Endpoint.IsSignIn)
        {
            return attempt;
        }

        _renewed = true;
        return await parts.Settings.Tokens.RenewAsync(token, request.Observer, cancellationToken).ConfigureAwait(false)
            ? await AttemptAsync(await GetTokenAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)
            : attempt;
    }

    private async ValueTask<SecretText> GetTokenAsync(CancellationToken cancellationToken)
    {
        var token = await parts.Settings.Tokens.GetAsync(request.Observer, cancellationToken).ConfigureAwait(false);
        RequestGuard.Check(request, token);
        return token;
    }

    private async ValueTask<Attempt<T>> AttemptAsync(SecretText token, CancellationToken cancellationToken)
    {
        var gate = parts.Gates.For(request);
        await gate.EnterAsync(request, cancellationToken).ConfigureAwait(false);
        _attempts++;
        var reader = new AnswerReader<T>(type, request, token, parts.Settings);
        var started = parts.Clock.GetTimestamp();
        AttemptFault? fault;
        try
        {
            fault = await ExchangeInTimeAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Report("cancelled", started, reader.Secrets);
            throw;
        }
        finally
        {
            gate.Leave(reader.Head?.Limits);
        }

        Report(fault?.Outcome ?? AttemptFaults.Number(reader.Head!.Status), started, reader.Secrets);
        parts.Deprecations.Report(request, reader.Head);
        return new Attempt<T>(request, fault is null ? reader.Response : null, fault is null ? null : EndBreakdown(fault));
    }

    // Two tries: a request that makes Sentry fail twice will make it fail again.
    private AttemptFault EndBreakdown(AttemptFault fault)
    {
        var isSecond = _brokeDown && fault.IsBreakdown;
        _brokeDown |= fault.IsBreakdown;
        return isSecond ? fault with { RetryReason = null } : fault;
    }

    private async ValueTask<AttemptFault?> ExchangeInTimeAsync(AnswerReader<T> reader, CancellationToken cancellationToken)
    {
        try
        {
            return await parts
                .AttemptTimeout.ExecuteAsync(
                    static (state, token) => state.Call.ExchangeAsync(state.Reader, token),
                    (Call: this, Reader: reader),
                    cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException timeout)
        {
            return AttemptFaults.TimedOut(request, parts.Settings.AttemptTimeout, timeout);
        }
    }

    private async ValueTask<AttemptFault?> ExchangeAsync(AnswerReader<T> reader, CancellationToken cancellationToken)
    {
        var exchange = await parts
            .Client.ExecuteAsync(RestRequestFactory.Create(request, address, reader), cancellationToken).ConfigureAwait(false);
        if (reader.Response is not null)
        {
            return null;
        }

        // RestSharp reports a cancellation as one more failed request.
        cancellationToken.ThrowIfCancellationRequested();
        return reader.Head is { } head
            ? AttemptFaults.FromAnswer(request, head, reader.Body.Showable(reader.Secrets), parts.Clock.GetUtcNow())
            : AttemptFaults.FromConnection(request, exchange.ErrorException, FindFault(exchange.ErrorException), reader.Secrets);
    }

    private ConnectionFault FindFault(Exception? exception)
    {
        var fault = ConnectionFault.Of(exception, parts.Proxy.NameFor(address));
        return !fault.IsAnswered && parts.Proxy.FindLate(address, Environment.GetEnvironmentVariable) is { } late
            ? fault with { Remedy = SentryFaults.LateProxy(late) }
            : fault;
    }

    private void Report(string outcome, long started, SentSecrets secrets) =>
        request.Observer.OnExchange(
            new SentryExchange(
                request.Method.Method,
                new Uri(secrets.HideIn(address.AbsoluteUri)),
                outcome,
                parts.Clock.GetElapsedTime(started),
                _attempts));
}
