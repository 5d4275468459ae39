using System.Collections;

namespace SentryAudit.Sandbox;

/// <summary>Rows that are made when they are first looked at, and kept. Reading needs the estate's lock, like everything in it.</summary>
internal sealed class LazyRows<T>(int count, Func<int, T> make) : IReadOnlyList<T>
    where T : class
{
    private readonly T?[] _rows = new T?[count];

    public int Count => _rows.Length;

    public T this[int index] => _rows[index] ??= make(index);

    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < _rows.Length; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
