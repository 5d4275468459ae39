using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SentryAudit.Sandbox.Demo;

/// <summary>
/// Draws objects by the table views the module ships, for where there is no PowerShell to do it. It understands what
/// these views use: a property, or one call of <see cref="SentryView"/>.
/// </summary>
internal static partial class ViewTable
{
    private const int Width = 120;

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<object> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var view = XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, "views", $"{rows[0].GetType().Name}.Format.ps1xml"))
            .Descendants("TableControl")
            .First();
        var headers = view.Descendants("TableColumnHeader").ToArray();
        var cells = view.Descendants("TableColumnItem").Select(item => item.Value.Trim()).ToArray();
        var columns = headers
            .Select(
                (header, i) =>
                    new Column(
                        header.Element("Label")!.Value,
                        int.Parse(header.Element("Width")!.Value, CultureInfo.InvariantCulture),
                        header.Element("Alignment")?.Value == "Right",
                        cells[i]))
            .ToArray();

        await WriteLineAsync(output, columns, column => column.Label);
        await WriteLineAsync(output, columns, column => new string('-', Math.Min(column.Label.Length, column.Width)));
        foreach (var row in rows)
        {
            await WriteLineAsync(output, columns, column => Render(column.Cell, row));
        }
    }

    private static Task WriteLineAsync(TextWriter output, Column[] columns, Func<Column, string> text)
    {
        var line = string.Join(' ', columns.Select(column => Fit(text(column), column)));
        return output.WriteLineAsync((line.Length > Width ? line[..Width] : line).TrimEnd());
    }

    private static string Fit(string text, Column column)
    {
        var cut = text.Length <= column.Width ? text : text[..(column.Width - 1)] + "…";
        return column.IsRight ? cut.PadLeft(column.Width) : cut.PadRight(column.Width);
    }

    private static string Render(string cell, object row)
    {
        var call = ViewCall().Match(cell);
        var property = call.Success ? call.Groups["property"].Value : cell;
        var value = row.GetType().GetProperty(property)!.GetValue(row);
        if (!call.Success)
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        object?[] arguments = call.Groups["absent"] is { Success: true } absent ? [value, absent.Value] : [value];
        var method = typeof(SentryView)
            .GetMethods()
            .Single(method => method.Name == call.Groups["method"].Value && method.GetParameters().Length == arguments.Length);
        arguments[0] = value is int number && method.GetParameters()[0].ParameterType == typeof(long?) ? (long)number : value;
        return (string)method.Invoke(obj: null, arguments)!;
    }

    [GeneratedRegex(
        @"^\[SentryAudit\.SentryView\]::(?<method>\w+)\(\$_\.(?<property>\w+)(, '(?<absent>[^']*)')?\)$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex ViewCall();

    private sealed record Column(string Label, int Width, bool IsRight, string Cell);
}
