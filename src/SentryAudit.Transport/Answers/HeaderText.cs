using System.Globalization;
using System.Net.Http.Headers;

namespace SentryAudit.Transport.Answers;

/// <summary>Reads the values of headers.</summary>
internal static class HeaderText
{
    /// <summary>A header's values joined as one line; null when it is absent.</summary>
    public static string? Text(this HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>A header as a whole number; null if it is absent or no number.</summary>
    public static long? Number(this HttpHeaders headers, string name) =>
        decimal.TryParse(headers.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15m
            ? (long)value
            : null;
}
