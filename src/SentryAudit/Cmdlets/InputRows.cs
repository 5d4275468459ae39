using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SentryAudit.Cmdlets;

/// <summary>Rows from outside: objects, rows of <c>Import-Csv</c>, hashtables, or lists of these, as their columns.</summary>
internal static class InputRows
{
    /// <summary>The rows of lists within lists, without what is null.</summary>
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
                // Objects of other modules may show their properties only through PowerShell's wrapping.
                yield return value is IDictionary || value.GetType().Assembly == typeof(SentryMember).Assembly ? value : row!;
            }
        }
    }

    /// <summary>The columns of a row, whatever the case of their names.</summary>
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
                columns[property.Name] = property.Value is PSObject { BaseObject: not PSCustomObject } wrapped
                    ? wrapped.BaseObject
                    : property.Value;
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
}
