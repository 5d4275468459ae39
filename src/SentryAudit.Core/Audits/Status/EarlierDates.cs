using System.Globalization;

namespace SentryAudit.Audits.Status;

/// <summary>
/// Reads the dates of earlier rows. <c>Export-Csv</c> writes them in the culture of its session, which may not be the culture of this one
/// (for example in a scheduled job), and <c>08/09/2026</c> can mean two days. Rows that were written together have the same culture, so the
/// one that can read most of the dates is used; if several can read all of them, this session's.
/// </summary>
internal sealed class EarlierDates
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Columns = ["DateCreated", "LastActive", "LastSeen", "LastUpdated"];
    private static readonly CultureInfo DayFirst = MakeDayFirst();

    private readonly CultureInfo _culture;

    private EarlierDates(CultureInfo culture) => _culture = culture;

    public static EarlierDates Of(IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        var texts = rows.SelectMany(row => Columns.Select(name => row.GetValueOrDefault(name)))
            .OfType<string>()
            .Where(text => !IsIso(text))
            .ToArray();
        CultureInfo[] candidates = [CultureInfo.CurrentCulture, CultureInfo.InvariantCulture, DayFirst];
        return new EarlierDates(candidates.MaxBy(culture => texts.Count(text => DateTimeOffset.TryParse(text, culture, Utc, out _)))!);
    }

    /// <exception cref="FormatException">It is no date.</exception>
    public DateTimeOffset? Read(object? value, string name) =>
        value switch
        {
            null => null,
            DateTimeOffset date => date.ToUniversalTime(),
            DateTime date => new DateTimeOffset(date.ToUniversalTime()),
            _ when value.ToString() is not { } text || string.IsNullOrWhiteSpace(text) => null,
            _ when DateTimeOffset.TryParse(
                    value.ToString(),
                    IsIso(value.ToString()!) ? CultureInfo.InvariantCulture : _culture,
                    Utc,
                    out var date
                ) => date,
            _ => throw new FormatException($"its {name} '{value}' is not a date"),
        };

    // 2026-09-01 means the same in every culture, but a culture with another calendar would read another year.
    private static bool IsIso(string text) => text.Length >= 10 && text[4] == '-' && text[7] == '-' && text[..4].All(char.IsAsciiDigit);

    private static CultureInfo MakeDayFirst()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        return culture;
    }
}
