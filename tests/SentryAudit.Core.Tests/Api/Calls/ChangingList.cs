using System.Globalization;
using SentryAudit.Api.Calls;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>
/// A list on a server that changes between any two requests: items are removed, added anywhere and, where its order moves, put
/// elsewhere. It knows which items were there all the time.
/// </summary>
internal sealed class ChangingList
{
    private const long FirstMoment = 1_756_700_000_000;

    private readonly Random _random;
    private readonly List<(string Id, long Key)> _rows = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private HashSet<string>? _lasting;
    private int _last;

    public ChangingList(int seed)
    {
        _random = new Random(seed);
        PageSize = new[] { 3, 5, 10 }[_random.Next(3)];
        foreach (var _ in Enumerable.Range(0, _random.Next(81)))
        {
            Insert(_rows.Count);
        }
    }

    public PagingDialect Dialect { get; init; }

    /// <summary>The most changes between two requests.</summary>
    public int Churn { get; init; }

    public bool Moves { get; init; }

    /// <summary>Whether it tells how many items it has.</summary>
    public bool Counts { get; init; }

    public int PageSize { get; }

    public int Length => _rows.Count;

    public int Requests { get; private set; }

    /// <summary>What was there from the first request to the last.</summary>
    public IReadOnlySet<string> Lasting => _lasting!;

    public PageReader<string> Reader(ListOrder order) => new("members of acme", FetchAsync, static item => item, order);

    public async Task<Page<string>> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var changes = _lasting is null ? 0 : _random.Next(Churn + 1); changes > 0; changes--)
        {
            Change();
        }

        Requests++;
        var (start, length, next) = Place(cursor);
        var rows = _rows.Skip(start).Take(length).ToArray();
        var page = rows.Take(PageSize).Select(row => row.Id).ToArray();
        _lasting ??= [.. _rows.Select(row => row.Id)];
        _lasting.IntersectWith(_rows.Select(row => row.Id));
        return new Page<string>(page, new LinkHeader(next(rows), rows.Length > PageSize), DateTimeOffset.UnixEpoch)
        {
            Total = Counts ? _rows.Count : null,
        };
    }

    /// <summary>Where a cursor leads: the first row, how many the server looks at, and the cursor of what follows.</summary>
    private (int Start, int Length, Func<(string Id, long Key)[], string> Next) Place(string? cursor)
    {
        if (Dialect is PagingDialect.OwnOnly && cursor is not null && !_given.Contains(cursor))
        {
            throw new SentryApiException(
                "SentryBadRequest", SentryErrorCategory.InvalidArgument, "Invalid cursor parameter.", "None.") { Status = 400 };
        }

        var parts = (cursor?.Replace("after-", "0:", StringComparison.Ordinal) ?? "0:0:0").Split(':')
            .Select(part => long.Parse(part, CultureInfo.InvariantCulture))
            .ToArray();
        var (value, offset) = (parts[0], (int)parts[1]);
        switch (Dialect)
        {
            case PagingDialect.ByKey:
                var same = cursor is null ? 0 : _rows.FindIndex(row => row.Key <= value);
                return ((same < 0 ? _rows.Count : same) + offset, PageSize + 1, rows => KeyCursor(rows, value, offset));
            case PagingDialect.ByItem:
                return (offset, PageSize + 1, _ => Give($"0:{offset + PageSize}:0"));
            case PagingDialect.Opaque:
                return (offset, PageSize + 1, _ => Give($"after-{offset + PageSize}"));
            case PagingDialect.NumberOnly:
                return (offset * PageSize, PageSize + 1, _ => Give($"{PageSize}:{offset + 1}:0"));
            default:
                // As Sentry cuts it: a page of another size than the value is one item longer, and never full for its "next".
                var length = (int)(cursor is null ? PageSize : value) + 1;
                return ((int)value * offset, length, _ => Give($"{PageSize}:{offset + 1}:0"));
        }
    }

    private string KeyCursor((string Id, long Key)[] rows, long value, int offset)
    {
        if (rows.Length <= PageSize)
        {
            return "0:0:0";
        }

        var key = rows[^1].Key;
        return $"{key}:{(key == value ? offset + PageSize : rows.Count(row => row.Key == key) - 1)}:0";
    }

    private string Give(string cursor)
    {
        _given.Add(cursor);
        return cursor;
    }

    private void Change()
    {
        switch (_random.Next(Moves ? 5 : 3))
        {
            case 0:
                Insert(_random.Next(_rows.Count + 1));
                break;
            case 1 or 2 when _rows.Count > 0:
                _rows.RemoveAt(_random.Next(_rows.Count));
                break;
            case > 2 when _rows.Count > 0:
                var row = _rows[_random.Next(_rows.Count)];
                _rows.Remove(row);
                Insert(_random.Next(_rows.Count + 1), row.Id);
                break;
            default:
                break;
        }
    }

    private void Insert(int place) => Insert(place, (++_last).ToString(CultureInfo.InvariantCulture));

    // Highest key first; some pairs have the same.
    private void Insert(int place, string id)
    {
        var below = place < _rows.Count ? _rows[place].Key : place == 0 ? FirstMoment : _rows[^1].Key - 1000;
        var above = place > 0 ? _rows[place - 1].Key : below + 1000;
        var key = _random.Next(4) == 0 && _rows.Count(row => row.Key == above) == 1 ? above : (above + below) / 2;
        _rows.Insert(place, (id, key));
    }
}
