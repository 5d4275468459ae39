using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>Writes a body straight to UTF-8. Like Sentry, it escapes control characters but leaves other scripts readable.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return buffer.WrittenMemory;
    }
}
