using SentryAudit.Common.Text;
using SentryAudit.Requests;

namespace SentryAudit.Completion;

/// <summary>The texts of tab completion: the typed one, and the one to insert.</summary>
internal static class CompletionText
{
    // PowerShell treats typographic single quotes like plain ones.
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>The typed text, without a quote at its start. Within single quotes, two of them mean one.</summary>
    public static string Typed(string? word)
    {
        var text = (word ?? "").Trim('"', '\'').TrimEnd('*');
        return word?.StartsWith('\'') is true ? text.Replace("''", "'", StringComparison.Ordinal) : text;
    }

    /// <summary>The proposals that begin with the typed text, then those that contain it.</summary>
    public static IEnumerable<CompletionItem> Match(IEnumerable<CompletionItem> items, string typed) => items
        .Where(item => item.Value.Contains(typed, StringComparison.OrdinalIgnoreCase))
        .OrderBy(item => !item.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        .ThenBy(item => item.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>A key as an argument: with escaped wildcard characters, and in quotes if PowerShell needs them.</summary>
    public static string Quote(string value)
    {
        var escaped = WildcardExpression.IsWildcard(value)
            ? string.Concat(value.Select(c => c is '*' or '?' or '[' or ']' or '`' ? $"`{c}" : c.ToString()))
            : value;
        return
            escaped.Length > 0
            && char.IsLetterOrDigit(escaped[0])
            && escaped.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '+' or ':' or '/')
            ? escaped
            : $"'{string.Concat(escaped.Select(c => SingleQuotes.Contains(c, StringComparison.Ordinal) ? $"{c}{c}" : c.ToString()))}'";
    }
}
