using System.Collections.Concurrent;

namespace SentryAudit.Requests;

/// <summary>Keeps the proposals of tab completion for a short time, so that the next key press does not ask Sentry again.</summary>
internal sealed class CompletionCache
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, (DateTimeOffset ReadAt, IReadOnlyList<CompletionItem> Items)> _lists = new(
        StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<CompletionItem>? Find(string key, DateTimeOffset now) =>
        _lists.TryGetValue(key, out var list) && now - list.ReadAt < Lifetime ? list.Items : null;

    public void Keep(string key, IReadOnlyList<CompletionItem> items, DateTimeOffset now) => _lists[key] = (now, items);
}
