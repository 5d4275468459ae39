using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Http;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>Answers as the sandbox did, but for one answer; what it was never asked is not there.</summary>
internal sealed class Replay(IReadOnlyDictionary<string, RecordedAnswer> answers, string? mutatedKey, byte[]? mutated) : ISentryTransport
{
    private static readonly RecordedAnswer NotThere = new(404, [], Link: null);

    /// <summary>What was asked.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = Recorder.KeyOf(request);
        Asked.Enqueue(key);
        var answer = answers.GetValueOrDefault(key, NotThere);
        return (key == mutatedKey ? answer with { Body = mutated! } : answer).ReadAsync(request, type);
    }

    public void Dispose()
    {
    }
}
