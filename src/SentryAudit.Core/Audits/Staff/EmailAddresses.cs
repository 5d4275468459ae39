using System.Collections;
using System.Globalization;

namespace SentryAudit.Audits.Staff;

/// <summary>Reads the e-mail addresses in lists of people, and makes them comparable.</summary>
internal static class EmailAddresses
{
    private static readonly char[] Separators = [';', ',', ' ', '\n', '\r', '\t'];

    /// <summary>
    /// The addresses in a column, which may contain one, several with separators, or a list. The prefix of an address such as
    /// <c>smtp:ada@acme.example</c> is removed; addresses with other prefixes are not e-mail addresses and are ignored.
    /// </summary>
    public static IEnumerable<string> Read(object? value) =>
        value switch
        {
            null => [],
            string text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(WithoutProtocol)
                .OfType<string>(),
            IEnumerable list => list.Cast<object?>().SelectMany(Read),
            _ => Read(Convert.ToString(value, CultureInfo.InvariantCulture)),
        };

    /// <summary>Makes addresses comparable: equal ones get the same form.</summary>
    /// <param name="address">The address.</param>
    /// <param name="ignoresTag">
    /// Whether the text after a plus sign is ignored, so that <c>ada+sentry@acme.example</c> is the same as <c>ada@acme.example</c>.
    /// </param>
    public static string Normalize(string address, bool ignoresTag)
    {
        var text = address.Trim().ToLowerInvariant();
        var (plus, at) = (text.IndexOf('+', StringComparison.Ordinal), text.LastIndexOf('@'));
        return ignoresTag && plus > 0 && plus < at ? text[..plus] + text[at..] : text;
    }

    private static string? WithoutProtocol(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var address = colon < 0 ? text : text[..colon].Equals("smtp", StringComparison.OrdinalIgnoreCase) ? text[(colon + 1)..] : "";
        return address.Contains('@', StringComparison.Ordinal) ? address : null;
    }
}
