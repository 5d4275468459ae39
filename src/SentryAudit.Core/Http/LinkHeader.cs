namespace SentryAudit.Http;

/// <summary>
/// Sentry's Link header. Only the cursor is taken from it: the address in it may name another host, to which the token must not be sent.
/// </summary>
/// <param name="NextCursor">The cursor of the next page; null if there is no <c>rel="next"</c>.</param>
/// <param name="HasNext"><c>results</c> of <c>rel="next"</c>; null if it is absent or unreadable, which does not mean "no".</param>
internal sealed record LinkHeader(string? NextCursor, bool? HasNext)
{
    public static LinkHeader? Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        // Every page has such a header, so it is read in place and only the cursor is copied.
        var links = header.AsSpan();
        while (!links.IsEmpty)
        {
            var link = Cut(ref links, ',');
            if (Parameter(link, "rel") is "next")
            {
                var cursor = Parameter(link, "cursor");
                return new LinkHeader(
                    cursor.IsEmpty ? null : cursor.ToString(),
                    Parameter(link, "results") switch
                    {
                        "true" => true,
                        "false" => false,
                        _ => null,
                    }
                );
            }
        }

        return new LinkHeader(NextCursor: null, HasNext: null);
    }

    private static ReadOnlySpan<char> Parameter(ReadOnlySpan<char> link, string name)
    {
        while (!link.IsEmpty)
        {
            var part = Cut(ref link, ';').Trim();
            if (part.Length > name.Length && part[name.Length] == '=' && part.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return part[(name.Length + 1)..].Trim('"');
            }
        }

        return default;
    }

    /// <summary>
    /// Removes the text up to a separator from the front and gives it. Separators within &lt;…&gt; and within quotes do not count.
    /// </summary>
    private static ReadOnlySpan<char> Cut(scoped ref ReadOnlySpan<char> text, char separator)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            bracketed = text[i] switch { '<' => true, '>' => false, _ => bracketed };
            if (text[i] == separator && !quoted && !bracketed)
            {
                var part = text[..i];
                text = text[(i + 1)..];
                return part;
            }
        }

        var rest = text;
        text = default;
        return rest;
    }
}
