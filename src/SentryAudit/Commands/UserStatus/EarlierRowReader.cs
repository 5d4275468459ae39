using System.Globalization;
using SentryAudit.Audits.Status;
using SentryAudit.Input;

namespace SentryAudit.Commands.UserStatus;

/// <summary>Reads the rows of <c>-Previous</c>: status objects, rows of <c>Import-Csv</c>, hashtables, or lists of these.</summary>
internal static class EarlierRowReader
{
    /// <param name="report">Is called for every row that can't be used. The other rows are read all the same.</param>
    public static EarlierRuns Read(IEnumerable<object?>? rows, Action<SentryException, object?> report)
    {
        var runs = new EarlierRuns();
        var number = 0;
        var given = InputRows
            .Flatten(rows ?? [])
            .Select(row => (Row: row, Columns: row is SentryUserStatus ? null : InputRows.Columns(row)))
            .ToArray();
        var dates = EarlierDates.Of(given.Select(row => row.Columns).OfType<IReadOnlyDictionary<string, object?>>());
        foreach (var (row, columns) in given)
        {
            number++;
            try
            {
                runs.Add(row is SentryUserStatus status ? EarlierRow.From(status) : EarlierRow.From(new EarlierColumns(columns!, dates)));
            }
            catch (FormatException fault)
            {
                report(Invalid(number, fault), row);
            }
        }

        return runs;
    }

    private static SentryException Invalid(int number, FormatException fault) =>
        new(
            "InvalidPreviousRow",
            SentryErrorCategory.InvalidData,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Row {number} of -Previous is ignored, because it can't be used: {fault.Message}."),
            "Give rows that Get-SentryUserStatus wrote.");
}
