using System.Globalization;

namespace SentryAudit.Audits.Status;

/// <summary>Reads the columns of an earlier row, from a CSV file or a hashtable.</summary>
/// <param name="columns">The columns by their names.</param>
/// <param name="dates">The way in which the rows that were written together write dates.</param>
internal sealed class EarlierColumns(IReadOnlyDictionary<string, object?> columns, EarlierDates dates)
{
    private static readonly Dictionary<string, SentryUserStatusKind> Statuses = Enum.GetValues<SentryUserStatusKind>()
        .Where(status => status is not SentryUserStatusKind.Unknown)
        .ToDictionary(status => status.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A text; null for an empty column.</summary>
    public string? Text(string name) =>
        columns.TryGetValue(name, out var value)
        && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    /// <exception cref="FormatException">It is no date.</exception>
    public DateTimeOffset? Date(string name) => dates.Read(columns.GetValueOrDefault(name), name);

    // Not Enum.TryParse, which also accepts numbers and lists: in a CSV file, a number is a mistake.
    /// <exception cref="FormatException">It is no status.</exception>
    public SentryUserStatusKind? Status(string name) =>
        Text(name) switch
        {
            null => null,

            // ConvertTo-Json writes enumerations as numbers.
            _ when columns[name]
                    is long
                        and > (long)SentryUserStatusKind.Unknown
                        and <= (long)SentryUserStatusKind.Inactive
                        and var number => (SentryUserStatusKind)number,
            { } text when Statuses.TryGetValue(text, out var status) => status,
            var text => throw new FormatException($"its {name} '{text}' is none of Active, Suspended and Inactive"),
        };

    /// <exception cref="FormatException">It is neither true nor false.</exception>
    public bool? Flag(string name) =>
        Text(name) switch
        {
            null => null,
            { } text when bool.TryParse(text, out var flag) => flag,
            var text => throw new FormatException($"its {name} '{text}' is neither True nor False"),
        };

    /// <summary>Whether the person was Active before the row was written, by any of the columns that can show it.</summary>
    /// <exception cref="FormatException">One of the columns can't be read.</exception>
    public bool WasActive()
    {
        // All columns are read, also if the first one decides, since a malformed column makes the row unusable.
        bool[] signs =
        [
            Flag("EverActive") is true,
            Status("PreviousStatus") is SentryUserStatusKind.Active,
            string.Equals(Text("Reason"), nameof(SentryUserStatusReason.GoneAfterActive), StringComparison.OrdinalIgnoreCase),
            columns.GetValueOrDefault("Reason") is (long)SentryUserStatusReason.GoneAfterActive,
        ];
        return signs.Contains(true);
    }
}
