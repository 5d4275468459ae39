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
internal sealed class AnswerReader<T>(JsonTypeInfo<T> type, SentryRequest request, SecretText token, TimeProvider clock) : Interceptor
{
    /// <summary>Null while no answer has come.</summary>
    public AnswerHead? Head { get; private set; }

    /// <summary>The answer; null unless it is a success that was read to its end.</summary>
    public SentryResponse<T>? Response { get; private set; }

    public AnswerBody Body { get; private set; } = AnswerBody.Unread;

    private IEnumerable<SecretText> SecretsSent =>
        (request.Form ?? []).Where(sent => sent.IsSecret).Select(sent => sent.Value).Append(request.HiddenInPath).OfType<SecretText>();

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
        Head = AnswerHead.Of(responseMessage, clock.GetUtcNow());
        try
        {
            if (Head.IsSuccess)
            {
                await ReadModelAsync(responseMessage.Content, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var error = await ErrorBodyReader
                    .ReadAsync(responseMessage.Content, [token, .. SecretsSent], cancellationToken).ConfigureAwait(false);
                Body = new AnswerBody(error, error.IsHtml);
            }
        }
        catch (Exception fault)
        {
            Body = new AnswerBody(SentryErrorBody.Empty, Fault: fault);
        }
    }

    private async Task ReadModelAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (Head!.IsHtml)
        {
            Body = new AnswerBody(SentryErrorBody.Empty, IsHtml: true);
            return;
        }

        var stream = new WatchedStream(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
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

        Response = new SentryResponse<T>(Head.Status, value, Head.Link, clock.GetUtcNow()) { Total = Head.Total };
    }
}
