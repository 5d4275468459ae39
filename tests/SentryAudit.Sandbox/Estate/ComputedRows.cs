using System.Collections;

namespace SentryAudit.Sandbox;

/// <summary>Rows that are made each time they are looked at, for what is too much to keep.</summary>
internal sealed class ComputedRows<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => make(index);

    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < count; index++)
        {
            yield return make(index);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
