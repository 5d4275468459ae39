using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox;

/// <summary>Puts an answer on the wire. Compresses by hand, not by middleware, so that faults can cut the compressed bytes too.</summary>
internal static class AnswerWriter
{
    /// <summary>Below this a compressed body would be longer.</summary>
    private const int WorthCompressing = 256;

    /// <summary>Sets status and headers, and gives the bytes to send.</summary>
    public static ReadOnlyMemory<byte> Begin(HttpContext http, Answer answer)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.ContentType is not null)
        {
            response.ContentType = answer.ContentType;
        }

        var body = Compress(http, answer.Body);
        if (answer.Status is not (204 or 304))
        {
            response.ContentLength = body.Length;
        }

        return body;
    }

    public static async Task SendAsync(HttpContext http, Answer answer)
    {
        var body = Begin(http, answer);
        if (body.Length > 0 && !HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
        }
    }

    private static ReadOnlyMemory<byte> Compress(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        http.Response.Headers.Vary = "Accept-Encoding";
        if (body.Length < WorthCompressing)
        {
            return body;
        }

        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = "br";
            return Through(body, buffer => new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true));
        }

        if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return Through(body, buffer => new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true));
        }

        return body;
    }

    private static ReadOnlyMemory<byte> Through(ReadOnlyMemory<byte> body, Func<Stream, Stream> open)
    {
        var buffer = new MemoryStream();
        using (var stream = open(buffer))
        {
            stream.Write(body.Span);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
