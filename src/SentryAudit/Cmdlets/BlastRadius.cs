using System.Globalization;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>
/// How many objects one call may change before it asks about their number. about_SentryAudit_Administration explains the
/// limits.
/// </summary>
internal static class BlastRadius
{
    /// <summary>So many are never asked about, however small the organization is.</summary>
    public const int FewObjects = 3;

    /// <summary>More than so many are always asked about, however large the organization is.</summary>
    public const int ManyObjects = 25;

    /// <summary>Between the two, more than this part of the organization's objects is asked about: a quarter.</summary>
    public const int LargePart = 4;

    // So many organizations are told one by one.
    private const int MostOrganizations = 5;

    /// <param name="total">All objects of the kind that the organization has; null when that is not known.</param>
    public static bool IsWide(int changes, int? total) =>
        changes > ManyObjects || (changes > FewObjects && total is { } all && changes * LargePart > all);

    /// <summary>Whether a call is wide as a whole, or in one of its organizations.</summary>
    public static bool IsWide(IReadOnlyList<PreparedWork> parts) =>
        parts.Any(part => IsWide(part.Changes, part.Total))
        || IsWide(parts.Sum(part => part.Changes), parts.All(part => part.Total is not null) ? parts.Sum(part => part.Total) : null);

    /// <summary>The call as a sentence, for example <c>This removes 20 of 50 teams of acme and 10 of globex: 30 in all.</c></summary>
    /// <param name="parts">What it does in each organization; not empty.</param>
    /// <param name="effect">What it does to a number of objects.</param>
    /// <param name="placeOf">How an organization is named as theirs.</param>
    public static string Describe(IReadOnlyList<PreparedWork> parts, Func<string, string> effect, Func<OrganizationHome, string> placeOf)
    {
        var first = $"This {effect(Number(parts[0].Changes, parts[0].Total))} {placeOf(parts[0].Organization)}";
        if (parts is [_])
        {
            return $"{first}.";
        }

        var others = parts.Skip(1).Take(MostOrganizations)
            .Select(part => $"{Number(part.Changes, part.Total)} {placeOf(part.Organization)}");
        var more = parts.Count - 1 - MostOrganizations;
        string[] all = [first, .. others, .. more > 0 ? new[] { FormattableString.Invariant($"some of {more} more organizations") } : []];
        var sum = parts.Sum(part => part.Changes).ToString(CultureInfo.InvariantCulture);
        return $"{string.Join(", ", all[..^1])} and {all[^1]}: {sum} in all.";
    }

    /// <summary>From so many objects on, these changes are no large part, so that nobody has to count further.</summary>
    public static int EnoughToCount(int changes) => Math.Min(changes, ManyObjects) * LargePart;

    /// <summary>The changes in a sentence, for example <c>8 of 30</c>.</summary>
    public static string Number(int changes, int? total) =>
        total is { } all
            ? string.Create(CultureInfo.InvariantCulture, $"{changes} of {all}")
            : changes.ToString(CultureInfo.InvariantCulture);
}
