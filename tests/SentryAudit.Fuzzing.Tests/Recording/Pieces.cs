using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>Reads JSON as it comes from a network: in pieces, so that a reader never sees the end of what it reads.</summary>
internal static class Pieces
{
    private const int Size = 512;

    private static readonly ConcurrentDictionary<JsonSerializerOptions, JsonSerializerOptions> Small = new();

    public static async ValueTask<T?> ReadAsync<T>(byte[] body, JsonTypeInfo<T> type)
    {
        var options = Small.GetOrAdd(type.Options, static whole => new JsonSerializerOptions(whole) { DefaultBufferSize = Size });
        using var stream = new MemoryStream(body);
        return await JsonSerializer.DeserializeAsync(stream, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}
