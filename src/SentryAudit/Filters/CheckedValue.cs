using SentryAudit.Common.Text;
using SentryAudit.Requests;

namespace SentryAudit.Filters;

/// <summary>A value of a filter, and what the organizations asked so far say of it.</summary>
internal sealed class CheckedValue(FilterParameter parameter, KnownValues values, GivenValue given)
{
    private readonly WildcardExpression? _pattern = given.IsPattern ? new WildcardExpression(given.Text) : null;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _places = [];

    // Found somewhere, or perhaps there where nobody could tell.
    private bool _mayExist;

    public FilterParameter Parameter => parameter;

    public string Text => given.Text;

    public bool IsPattern => given.IsPattern;

    /// <summary>Whether an organization that can't be asked has it all the same, as nearly all have.</summary>
    public bool IsUsual => values.Usual.Contains(given.Text, values.Comparer);

    public bool IsAmong(IEnumerable<string> known) => known.Any(value => _pattern?.IsMatch(value) ?? values.Comparer.Equals(value, Text));

    /// <summary>Notes that nobody can tell whether there is such a value.</summary>
    public void LeaveOpen() => _mayExist = true;

    /// <summary>Takes what values there are.</summary>
    /// <param name="known">The values.</param>
    /// <param name="place">Where, in words; empty for everywhere.</param>
    /// <returns>Whether the value may be one of them.</returns>
    public bool IsPossible(IReadOnlyCollection<string> known, string place)
    {
        if (IsAmong(known) || IsLikelyNew(known))
        {
            _mayExist = true;
            return true;
        }

        _known.UnionWith(known);
        _places.Add(place);
        return false;
    }

    /// <summary>The error for a value that nobody knows; null for one that there is, or may be, and for patterns.</summary>
    public SentryException? Error => IsUnknown && !IsPattern ? values.Unknown(Text, parameter.Name, _known, Place) : null;

    /// <summary>The warning for a pattern that matches no value; null for all others.</summary>
    public string? Warning => IsUnknown && IsPattern
        ? $"No {values.Noun}{Place} matches '{Text}', so -{parameter.Name} {Text} finds nothing."
        : null;

    private bool IsUnknown => _places.Count > 0 && !_mayExist;

    private string Place =>
        string.Join(", ", _places.Where(place => place.Length > 0).Distinct(StringComparer.Ordinal)) is { Length: > 0 } places
            ? $" in {places}"
            : "";

    private bool IsLikelyNew(IEnumerable<string> known) =>
        values.Others is not OtherValues.DoNotExist && !IsPattern && NearestTexts.Find(Text, known) is [];
}
