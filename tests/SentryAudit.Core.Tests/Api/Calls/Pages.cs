using System.Globalization;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>Pages with the cursors of a list by keys, 9000000001:0:0 and so on; an item is its own id, and "" has none.</summary>
internal sealed class Pages(params string[][] pages)
{
    public static readonly DateTimeOffset ReadAt = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private const long FirstKey = 9_000_000_000;

    private readonly List<WeakReference> _given = [];

    public ListOrder Order { get; init; } = ListOrder.Holds;

    public Func<string?, Task> Before { get; init; } = _ => Task.CompletedTask;

    public Func<int, LinkHeader?> LinkOf { get; init; } =
        page => new LinkHeader(Cursor(page + 1), page + 1 < pages.Length);

    public List<string?> Asked { get; } = [];

    public CancellationToken Token { get; private set; }

    public PageReader<string> Reader => new("members of acme", FetchAsync, item => item.Length == 0 ? null : item, Order);

    public static string Cursor(int page) => string.Create(CultureInfo.InvariantCulture, $"{FirstKey + page}:0:0");

    public IAsyncEnumerator<string> Read(CancellationToken cancellationToken = default) =>
        ItemsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    public async Task<string> ReadAllAsync()
    {
        var items = new List<string>();
        await foreach (var item in ItemsAsync())
        {
            items.Add(item);
        }

        return string.Join(' ', items);
    }

    public int Alive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return _given.Count(page => page.IsAlive);
    }

    private async IAsyncEnumerable<string> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (item, _) in Reader.ReadAsync(cancellationToken))
        {
            yield return item;
        }
    }

    private async Task<Page<string>> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        Asked.Add(cursor);
        Token = cancellationToken;
        await Before(cursor).WaitAsync(cancellationToken);
        var number = cursor is null ? 0 : (int)(long.Parse(cursor.Split(':')[0], CultureInfo.InvariantCulture) - FirstKey);
        return Make(number);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Page<string> Make(int number)
    {
        var page = new Page<string>([.. pages[number]], LinkOf(number), ReadAt.AddMinutes(number));
        _given.Add(new WeakReference(page));
        return page;
    }
}
