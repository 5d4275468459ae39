using System.Globalization;

namespace SentryAudit.Cmdlets;

/// <summary>
/// What a filter asks of objects, and how many of them don't tell it. Who is left out because nothing is known must not be counted as
/// "all clear", so that is said.
/// </summary>
internal sealed class UnknownValues
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Whether an object meets all conditions for certain. One that fails none, but leaves some open, is counted.</summary>
    /// <param name="conditions">What each is about in words, and whether it holds; null if the object does not tell.</param>
    public bool Meets(params ReadOnlySpan<(string About, bool? Holds)> conditions)
    {
        var isMet = true;
        foreach (var (_, holds) in conditions)
        {
            if (holds is false)
            {
                return false;
            }

            isMet &= holds is true;
        }

        foreach (var (about, holds) in conditions)
        {
            if (holds is null)
            {
                _counts[about] = _counts.GetValueOrDefault(about) + 1;
            }
        }

        return isMet;
    }

    /// <summary>A sentence for each value that was unknown, and forgets it: of the <c>members</c> of <c>acme</c>, for example.</summary>
    public IReadOnlyList<string> Take(string noun, string organization)
    {
        string[] sentences =
        [
            .. _counts.Select(count => string.Create(
                CultureInfo.InvariantCulture,
                $"The {count.Key} is unknown for {count.Value} {noun} of {organization}: they are left out, and may be meant.")),
        ];
        _counts.Clear();
        return sentences;
    }
}
