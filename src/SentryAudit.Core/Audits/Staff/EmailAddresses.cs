using System.Collections;
using System.Globalization;

namespace SentryAudit.Audits.Staff;

/// <summary>Reads e-mail addresses as lists of people write them, and brings them into the form they are compared in.</summary>
internal static class EmailAddresses
{
    private static readonly char[] Separators = [';', ',', ' ', '\n', '\r', '\t'];

    /// <summary>The addresses in a column: one, several with separators, or a list. A protocol before one, as in <c>smtp:ada@acme.example</c>, is dropped; other protocols' addresses are no e-mail.</summary>
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

    /// <summary>The form in which two addresses are the same.</summary>
    /// <param name="ignoresTag">Whether what follows a plus sign is left out: <c>ada+sentry@acme.example</c> is <c>ada@acme.example</c>.</param>
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
