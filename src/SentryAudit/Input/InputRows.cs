using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SentryAudit.Input;

/// <summary>
/// Reads the columns of rows that do not come from this module: objects, rows of <c>Import-Csv</c>, hashtables, or
/// lists of these.
/// </summary>
internal static class InputRows
{
    /// <summary>All rows, also those of lists within lists; null is left out.</summary>
    public static IEnumerable<object> Flatten(IEnumerable<object?> rows)
    {
        foreach (var row in rows)
        {
            var value = row is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : row;
            if (value is object?[] several)
            {
                foreach (var inner in Flatten(several))
                {
                    yield return inner;
                }
            }
            else if (value is not null)
            {
                // Objects of other modules may have properties that only PowerShell's wrapper shows, so these stay wrapped.
                yield return value is IDictionary || value.GetType().Assembly == typeof(SentryMember).Assembly ? value : row!;
            }
        }
    }

    /// <summary>The columns of a row. Upper and lower case in their names are the same.</summary>
    public static Dictionary<string, object?> Columns(object row)
    {
        var columns = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        if (row is IDictionary table)
        {
            foreach (DictionaryEntry entry in table)
            {
                columns[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = entry.Value;
            }
        }
        else if (row is PSObject custom)
        {
            foreach (var property in custom.Properties)
            {
                var value = ValueOf(property);
                columns[property.Name] = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
            }
        }
        else if (row is not string)
        {
            foreach (var property in row.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                columns[property.Name] = property.GetValue(row);
            }
        }

        return columns;
    }

    // Some properties can't be read at times, for example the exit code of a process that runs.
    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
