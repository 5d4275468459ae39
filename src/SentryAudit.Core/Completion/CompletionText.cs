using SentryAudit.Common.Text;
using SentryAudit.Requests;

namespace SentryAudit.Completion;

/// <summary>The text of tab completion: what was typed so far, and what to insert.</summary>
internal static class CompletionText
{
    // PowerShell takes typographic single quotes for plain ones.
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>What was typed, without the quote it may have begun with; within single quotes two of them stand for one.</summary>
    public static string Typed(string? word)
    {
        var text = (word ?? "").Trim('"', '\'').TrimEnd('*');
        return word?.StartsWith('\'') is true ? text.Replace("''", "'", StringComparison.Ordinal) : text;
    }

    /// <summary>Proposals that begin with what was typed, then those that contain it.</summary>
    public static IEnumerable<CompletionItem> Match(IEnumerable<CompletionItem> items, string typed) => items
        .Where(item => item.Value.Contains(typed, StringComparison.OrdinalIgnoreCase))
        .OrderBy(item => !item.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        .ThenBy(item => item.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>A key as an argument: wildcard characters in it escaped, quoted where PowerShell needs it.</summary>
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
