using System.Collections.Concurrent;

namespace SentryAudit.Requests;

/// <summary>The values of filters that a Sentry was asked for, kept as long as its connection.</summary>
internal sealed class KnownValueLists
{
    private readonly ConcurrentDictionary<(FilterValues Kind, string Organization), IReadOnlyList<string>> _lists = new();

    public IReadOnlyList<string>? Find(FilterValues kind, string organization) => _lists.GetValueOrDefault((kind, organization));

    public void Keep(FilterValues kind, string organization, IReadOnlyList<string> values) => _lists[(kind, organization)] = values;
}
