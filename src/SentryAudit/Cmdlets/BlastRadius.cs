using System.Globalization;

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

    /// <param name="total">All objects of the kind that the organization has; null when that is not known.</param>
    public static bool IsWide(int changes, int? total) =>
        changes > ManyObjects || (changes > FewObjects && total is { } all && changes * LargePart > all);

    /// <summary>From so many objects on, these changes are no large part, so that nobody has to count further.</summary>
    public static int EnoughToCount(int changes) => Math.Min(changes, ManyObjects) * LargePart;

    /// <summary>The changes in a sentence, for example <c>8 of 30</c>.</summary>
    public static string Number(int changes, int? total) =>
        total is { } all
            ? string.Create(CultureInfo.InvariantCulture, $"{changes} of {all}")
            : changes.ToString(CultureInfo.InvariantCulture);
}
