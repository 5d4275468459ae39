using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Support;

/// <summary>
/// A transport without HTTP: canned JSON by path, read through the same generated readers as the real one's, so that
/// wire models and mapping are exercised. Keeps every request. A path nobody prepared fails the test.
/// </summary>
internal sealed class FakeTransport : ISentryTransport, ISentryTransportFactory
{
    private const long FirstKey = 9_000_000_000;

    private readonly ConcurrentDictionary<string, Func<SentryRequest, Canned[]>> _answers = new(StringComparer.Ordinal);

    /// <summary>The time at which every answer arrives.</summary>
    public static DateTimeOffset ReadAt { get; } = new(2026, 9, 1, 12, 0, 5, TimeSpan.Zero);

    public ConcurrentQueue<SentryRequest> Requests { get; } = new();

    public TransportSettings? Settings { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>When set, a request waits for it, or for its cancellation, before it is answered.</summary>
    public Task? Gate { get; set; }

    /// <summary>False for a transport that goes on waiting though it was cancelled.</summary>
    public bool HeedsCancellation { get; set; } = true;

    /// <summary>Answers a path; several answers are its pages.</summary>
    public FakeTransport On(string path, params Canned[] pages) => On(path, _ => pages);

    /// <summary>Answers a path by what else the request says.</summary>
    public FakeTransport On(string path, Func<SentryRequest, Canned[]> pages)
    {
        _answers[path] = pages;
        return this;
    }

    /// <summary>The cursor of a page; the first is 0.</summary>
    public static string Cursor(int page) => string.Create(CultureInfo.InvariantCulture, $"{FirstKey + page}:0:0");

    public IReadOnlyList<SentryRequest> RequestsTo(string path) => [.. Requests.Where(request => request.Path == path)];

    public async Task<SentryResponse<T>> SendAsync<T>(SentryRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        await (Gate ?? Task.CompletedTask).WaitAsync(HeedsCancellation ? cancellationToken : CancellationToken.None);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var pages = _answers.TryGetValue(request.Path, out var answer)
            ? answer(request)
            : throw new InvalidOperationException($"Nobody prepared an answer for '{request.Path}'.");
        var number = PageNumber(request);
        if (pages[number].Json is not { } json)
        {
            throw pages[number].ToFault(request);
        }

        // The cursors of a list by keys: its pages may have any length.
        var next = new LinkHeader(Cursor(number + 1), number + 1 < pages.Length);
        return new SentryResponse<T>(200, JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), type), next, ReadAt);
    }

    public ISentryTransport Create(TransportSettings settings)
    {
        Settings = settings;
        return this;
    }

    public void Dispose() => IsDisposed = true;

    private static int PageNumber(SentryRequest request) =>
        request.Value("cursor") is { } cursor ? (int)(long.Parse(cursor.Split(':')[0], CultureInfo.InvariantCulture) - FirstKey) : 0;
}
