namespace SentryAudit.Api;

/// <summary>
/// Sentry's Link header. Only the cursor is taken from it: the address in it may name another host, and a token
/// must not follow it there.
/// </summary>
/// <param name="NextCursor">The cursor of the next page; null when there is no <c>rel="next"</c>.</param>
/// <param name="HasNext"><c>results</c> of <c>rel="next"</c>; null when it is absent or unreadable, which is not "no".</param>
internal sealed record LinkHeader(string? NextCursor, bool? HasNext)
{
    public static LinkHeader? Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        foreach (var link in SplitOutsideQuotes(header, ','))
        {
            var parts = SplitOutsideQuotes(link, ';').Select(part => part.Trim()).ToArray();
            if (Parameter(parts, "rel") == "next")
            {
                return new LinkHeader(Parameter(parts, "cursor"), Parameter(parts, "results") switch { "true" => true, "false" => false, _ => null });
            }
        }

        return new LinkHeader(NextCursor: null, HasNext: null);
    }

    private static string? Parameter(string[] parts, string name) => parts
        .Where(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
        .Select(part => part[(name.Length + 1)..].Trim('"'))
        .FirstOrDefault();

    // Commas and semicolons may stand inside <…> and inside quotes.
    private static IEnumerable<string> SplitOutsideQuotes(string text, char separator)
    {
        var (start, quoted, bracketed) = (0, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            bracketed = text[i] switch { '<' => true, '>' => false, _ => bracketed };
            if (text[i] == separator && !quoted && !bracketed)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }
}
