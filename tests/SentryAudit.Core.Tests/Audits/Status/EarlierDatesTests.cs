using SentryAudit.Audits.Status;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Audits.Status;

/// <summary>A file written in one culture and read in another must not swap days and months.</summary>
public sealed class EarlierDatesTests
{
    private static readonly DateTimeOffset Ambiguous = new(2026, 9, 8, 18, 25, 3, TimeSpan.Zero);
    private static readonly DateTimeOffset Clear = new(2026, 8, 23, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en-US", "en-GB")]
    [InlineData("en-GB", "en-US")]
    [InlineData("de-DE", "en-US")]
    [InlineData("en-US", "de-DE")]
    [InlineData("", "en-GB")]
    [InlineData("de-DE", "")]
    [InlineData("sv-SE", "en-US")]
    public void The_culture_that_reads_the_whole_file_is_taken(string writer, string reader)
    {
        Dictionary<string, object?>[] rows;
        using (new CultureScope(writer))
        {
            rows = [Row(Ambiguous), Row(Clear)];
        }

        using var scope = new CultureScope(reader);
        var dates = EarlierDates.Of(rows);

        Assert.Equal([Ambiguous, Clear], rows.Select(row => dates.Read(row["LastSeen"], "LastSeen")!.Value));
    }

    [Fact]
    public void Where_several_cultures_read_the_whole_file_the_session_decides()
    {
        using var scope = new CultureScope("en-GB");
        var row = Row(Ambiguous);

        Assert.Equal(Ambiguous, EarlierDates.Of([row]).Read(row["LastSeen"], "LastSeen"));
    }

    [Fact]
    public void A_date_that_the_files_culture_does_not_have_is_an_error()
    {
        using var scope = new CultureScope("en-US");
        var dates = EarlierDates.Of([Row(Clear), Row(Clear)]);

        var fault = Assert.Throws<FormatException>(() => dates.Read("23.8.2026", "LastSeen"));
        Assert.Contains("LastSeen", fault.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Row(DateTimeOffset time) =>
        new(StringComparer.OrdinalIgnoreCase) { ["LastSeen"] = time.ToString(System.Globalization.CultureInfo.CurrentCulture) };
}
