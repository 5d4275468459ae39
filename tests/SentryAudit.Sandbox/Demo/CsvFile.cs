using System.Globalization;

namespace SentryAudit.Sandbox.Demo;

/// <summary>Writes objects as <c>Export-Csv</c> does: a column a property, every cell quoted.</summary>
internal static class CsvFile
{
    public static async Task WriteAsync(string path, IReadOnlyList<object> rows)
    {
        await using var file = new StreamWriter(path);
        var properties = rows[0].GetType().GetProperties();
        await file.WriteLineAsync(Line(properties.Select(property => property.Name)));
        foreach (var row in rows)
        {
            await file.WriteLineAsync(
                Line(properties.Select(property => Convert.ToString(property.GetValue(row), CultureInfo.CurrentCulture))));
        }
    }

    private static string Line(IEnumerable<string?> cells) =>
        string.Join(',', cells.Select(cell => cell is null or "" ? "" : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
