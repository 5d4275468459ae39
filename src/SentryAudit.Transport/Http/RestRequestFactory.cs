using System.Net;
using RestSharp;
using RestSharp.Interceptors;
using SentryAudit.Http;

namespace SentryAudit.Transport.Http;

/// <summary>Makes the request object of one attempt; an object of RestSharp's must not be sent twice.</summary>
internal static class RestRequestFactory
{
    public static RestRequest Create(SentryRequest request, Uri address, Interceptor reader)
    {
        var attempt = Empty(request, address, reader);
        return request switch
        {
            { Form: { } form } => attempt.AddStringBody(Encode(form), ContentType.FormUrlEncoded),
            { Body: { } body } => attempt.AddStringBody(body, ContentType.Json),
            _ => attempt,
        };
    }

    private static RestRequest Empty(SentryRequest request, Uri address, Interceptor reader) => new(address, VerbOf(request.Method))
    {
        Version = address.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
        CompletionOption = HttpCompletionOption.ResponseHeadersRead,
        Timeout = Timeout.InfiniteTimeSpan,
        Interceptors = [reader],
        // The interceptor has read the body. RestSharp's default would read it once more, into bytes and into a string.
        AdvancedResponseWriter = static (_, own) => new RestResponse(own),
    };

    private static string Encode(IEnumerable<FormField> form) =>
        string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value.Reveal())}"));

    private static Method VerbOf(HttpMethod method) => Enum.Parse<Method>(method.Method, ignoreCase: true);
}
