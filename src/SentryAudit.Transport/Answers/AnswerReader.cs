using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RestSharp.Interceptors;
using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>
/// Handles one attempt: adds the token to the request right before it is sent, and reads the body of the answer from the network
/// directly into the model. It never throws, since RestSharp would then drop the answer without closing it.
/// </summary>
internal sealed class AnswerReader<T>(JsonTypeInfo<T> type, SentryRequest request, SecretText token, TransportSettings settings)
    : Interceptor
{
    /// <summary>What this attempt sends and nobody may see.</summary>
    public SentSecrets Secrets { get; } = new(request, token);

    /// <summary>Null while no answer has come.</summary>
    public AnswerHead? Head { get; private set; }

    /// <summary>The answer; null unless it is a success that was read to its end.</summary>
    public SentryResponse<T>? Response { get; private set; }

    public AnswerBody Body { get; private set; } = AnswerBody.Unread;

    // Whoever asks for a list wants all of it, not a promise (202) or a part (206).
    private bool IsPartial => request.Method == HttpMethod.Get && Head!.Status is 202 or 206;

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        if (!request.Endpoint.IsSignIn)
        {
            requestMessage.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        try
        {
            Head = AnswerHead.Of(responseMessage, settings.Clock.GetUtcNow(), Secrets);
            await ReadBodyAsync(responseMessage.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Head ??= new AnswerHead { Status = (int)responseMessage.StatusCode };
            Body = new AnswerBody(SentryErrorBody.Empty, Fault: fault);
        }
    }

    private async Task ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (!Head!.IsSuccess)
        {
            var error = await ErrorBodyReader.ReadAsync(content, Secrets.All, cancellationToken).ConfigureAwait(false);
            Body = new AnswerBody(error, error.IsHtml);
        }
        else if (!IsPartial)
        {
            await ReadModelAsync(content, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadModelAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (Head!.IsHtml)
        {
            Body = new AnswerBody(SentryErrorBody.Empty, IsHtml: true);
            return;
        }

        var stream = new WatchedStream(
            await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false),
            new BodyMeter(settings.MaximumAnswerSize));
        T? value = default;
        try
        {
            value = await JsonSerializer.DeserializeAsync(stream, type, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException) when (stream.IsEmpty)
        {
            // Status 204, or 200 with an empty body.
        }
        catch (JsonException fault) when (stream.LooksLikeHtml)
        {
            Body = new AnswerBody(SentryErrorBody.Empty, IsHtml: true, fault);
            return;
        }

        Response = new SentryResponse<T>(Head.Status, value, Head.Link, settings.Clock.GetUtcNow()) { Total = Head.Total };
    }
}
