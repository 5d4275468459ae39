using System.Globalization;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Searching;

/// <summary><c>sortBy=</c>: a field the endpoint knows, with <c>-</c> in front for descending. Without it the order stays.</summary>
internal static class Sorting
{
    public static IReadOnlyList<T> SortedBy<T>(
        this IReadOnlyList<T> rows, Exchange exchange, Dictionary<string, Func<T, IComparable?>> fields)
    {
        if (exchange.Query("sortBy") is not { Length: > 0 } wanted)
        {
            return rows;
        }

        if (!fields.TryGetValue(wanted.TrimStart('-'), out var field))
        {
            throw new ApiError(Answer.Text(400, """{"sortBy":["Invalid sort field"]}""", "application/json"));
        }

        return wanted.StartsWith('-') ? [.. rows.OrderByDescending(field)] : [.. rows.OrderBy(field)];
    }

    /// <summary>Ids sort as numbers, though they are sent as text.</summary>
    public static IComparable Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
