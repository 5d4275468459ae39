using System.Text.RegularExpressions;

namespace SentryAudit.Sandbox.Searching;

/// <summary>
/// Sentry's <c>query=</c>: <c>key:value</c> tokens and free text. Several keys must all match; several values of one key
/// are alternatives; a key the endpoint does not know makes the result empty.
/// </summary>
internal sealed partial class SearchQuery<T>(Dictionary<string, Func<T, string, bool>> keys, Func<T, string, bool> freeText)
{
    /// <summary>Whether several values of one key must all match, which is so in the search for issues.</summary>
    public bool EveryValue { get; init; }

    public IReadOnlyList<T> Filter(IReadOnlyList<T> rows, string? query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return rows;
        }

        var tests = new List<Func<T, bool>>();
        foreach (var group in Tokenize(query).GroupBy(token => token.Key, token => token.Value, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0)
            {
                var text = string.Join(' ', group);
                tests.Add(row => freeText(row, text));
            }
            else if (keys.TryGetValue(group.Key, out var matches))
            {
                string[] values = [.. group];
                tests.Add(EveryValue
                    ? row => Array.TrueForAll(values, value => matches(row, value))
                    : row => Array.Exists(values, value => matches(row, value)));
            }
            else
            {
                return [];
            }
        }

        return [.. rows.Where(row => tests.TrueForAll(test => test(row)))];
    }

    private static IEnumerable<(string Key, string Value)> Tokenize(string query) =>
        Token().Matches(query).Select(match => (match.Groups["key"].Value, match.Groups["quoted"] is { Success: true } quoted
            ? quoted.Value
            : match.Groups["plain"].Value));

    [GeneratedRegex("""((?<key>[^\s:"]+):)?("(?<quoted>[^"]*)"|(?<plain>\S+))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
