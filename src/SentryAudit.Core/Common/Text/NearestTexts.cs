namespace SentryAudit.Common.Text;

/// <summary>Finds what somebody may have meant by a mistyped word.</summary>
internal static class NearestTexts
{
    private const int Most = 3;

    // A shorter text is part of too many words.
    private const int ShortestPart = 3;

    /// <summary>Up to three of the words, the nearest first; none where no word resembles what was typed.</summary>
    public static IReadOnlyList<string> Find(string typed, IEnumerable<string> words)
    {
        var near =
            from word in words.Distinct(StringComparer.Ordinal)
            let distance = Distance(typed.ToUpperInvariant(), word.ToUpperInvariant())
            where distance <= Math.Max(1, typed.Length / 3) || IsPart(typed, word) || IsPart(word, typed)
            orderby distance, word.Length
            select word;
        return [.. near.Take(Most)];
    }

    private static bool IsPart(string part, string whole) =>
        part.Length >= ShortestPart && whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters have to be added, left out, replaced or swapped with the next one.</summary>
    private static int Distance(string from, string to)
    {
        var (before, last, row) = (new int[to.Length + 1], new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[to.Length];
    }
}
