using System.Globalization;
using System.Text;

namespace SentryAudit.Transport.Tests.Support;

/// <summary>An answer as it goes over the wire, or what happens instead of one.</summary>
internal sealed record StubAnswer(int Status, byte[] Body, string ContentType)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The connection is reset before anything is answered.</summary>
    public bool Reset { get; init; }

    /// <summary>The connection is closed after this part of the body.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The answer starts, and goes on after half its body only when this is done.</summary>
    public Task Hold { get; init; } = Task.CompletedTask;

    /// <summary>The text behind the status.</summary>
    public string Reason { get; init; } = "Whatever";

    /// <summary>Sent instead of a status line and headers; null for these.</summary>
    public string? RawHead { get; init; }

    public static StubAnswer Json(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body), "application/json");

    public static StubAnswer Empty(int status) => new(status, [], "");

    public static StubAnswer Html(int status = 200, string contentType = "text/html; charset=utf-8") =>
        new(status, "<!DOCTYPE html><h1>Sign in</h1>"u8.ToArray(), contentType);

    public StubAnswer With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    public byte[] Head()
    {
        if (RawHead is not null)
        {
            return Encoding.Latin1.GetBytes(RawHead);
        }

        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {Reason}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (ContentType.Length > 0)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n\r\n").ToString());
    }
}
