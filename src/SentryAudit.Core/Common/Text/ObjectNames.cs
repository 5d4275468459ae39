using System.Globalization;

namespace SentryAudit.Common.Text;

/// <summary>Names of objects within a sentence.</summary>
internal static class ObjectNames
{
    private const int Most = 20;

    /// <summary>The names joined by commas; of very many, the first ones and the number of the others.</summary>
    public static string Join(IReadOnlyCollection<string> names) => names.Count <= Most
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more");
}
