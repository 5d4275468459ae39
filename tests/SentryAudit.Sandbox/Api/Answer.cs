using System.Text;
using System.Text.Json;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Api;

/// <summary>A whole HTTP answer, body included, so that a fault can cut, drip or replace it.</summary>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string? ContentType)
{
    /// <summary>Headers besides Content-Type and Content-Length. A later value replaces an earlier one.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static Answer Json(Action<Utf8JsonWriter> write, int status = 200) => new(status, JsonBody.Write(write), "application/json");

    public static Answer Text(int status, string body, string contentType) => new(status, Encoding.UTF8.GetBytes(body), contentType);

    public static Answer Detail(int status, string detail) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("detail", detail);
        json.WriteEndObject();
    }, status);

    public static Answer Empty(int status) => new(status, default, null);

    public Answer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
