using System.Management.Automation;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Filters;

/// <summary>
/// Checks the values that one call gives to its filters against those that there are: a misspelt value lists nothing, which reads as if
/// there were nothing to find.
/// </summary>
internal sealed class FilterCheck
{
    private readonly object _cmdlet;
    private readonly HashSet<string> _commandLine;
    private readonly Dictionary<(FilterParameter Parameter, GivenValue Value), CheckedValue?> _given = [];
    private readonly HashSet<string> _warnings = new(StringComparer.Ordinal);
    private readonly HashSet<(string Parameter, string Text)> _unknownHere = [];

    private FilterCheck(object cmdlet, IEnumerable<string> commandLine) =>
        (_cmdlet, _commandLine) = (cmdlet, new HashSet<string>(commandLine, StringComparer.OrdinalIgnoreCase));

    /// <summary>The filters of a call that begins.</summary>
    public static FilterCheck Of(PSCmdlet cmdlet) => new(cmdlet, cmdlet.MyInvocation?.BoundParameters?.Keys ?? Enumerable.Empty<string>());

    /// <summary>Whether the call has a filter.</summary>
    public bool IsAny => _given.Count > 0;

    /// <summary>The filters of the call in words, for example <c>-Team backend -Without2FA</c>; empty without any.</summary>
    public string Words => string.Join(
        ' ',
        from given in _given.Keys
        group given.Value.Text by given.Parameter into filter
        select $"-{filter.Key.Name} {string.Join(", ", filter)}".TrimEnd());

    /// <summary>Takes the values of the current input.</summary>
    public void Collect()
    {
        foreach (var parameter in FilterParameter.Of(_cmdlet.GetType()))
        {
            foreach (var value in parameter.GivenTo(_cmdlet, _commandLine.Contains(parameter.Name)))
            {
                var values = value.IsCertain ? null : KnownValues.Find(parameter.Values);
                _given.TryAdd((parameter, value), values is null ? null : new CheckedValue(parameter, values, value));
            }
        }
    }

    /// <summary>Asks an organization for the values that it has, where a filter has some.</summary>
    /// <returns>False where a filter has none of the values given to it, so that nothing can be found.</returns>
    public async Task<bool> MayFindAsync(
        KnownValueReader reader, OrganizationHome organization, Action<string> warn, CancellationToken cancellationToken)
    {
        _unknownHere.Clear();
        var mayFind = true;
        foreach (var filter in Checked)
        {
            var (values, given) = (KnownValues.Find(filter.Key.Values)!, filter.ToArray());
            try
            {
                var known = values.Listed ?? await reader.FindAsync(
                    filter.Key.Values,
                    organization,
                    earlier => Array.TrueForAll(given, value => value.IsAmong(earlier)),
                    cancellationToken);
                mayFind &= known is null
                    ? Doubt(given, values, organization, "Sentry lists none.", warn)
                    : Compare(filter.Key, given, known, values.Listed is null ? organization.Slug : "", warn);
            }
            catch (SentryException error) when (error is not { Category: SentryErrorCategory.AuthenticationError })
            {
                // Where an inventory has none of these values, the listing itself says so.
                Doubt(given, values, organization, error.Message, error.ErrorId is "SentryApiRequired" ? static _ => { } : warn);
            }
        }

        return mayFind;
    }

    /// <summary>Compares the values of a filter with all that there are.</summary>
    /// <returns>Whether one of them is known, or none was given.</returns>
    public bool MayFind(FilterValues kind, IReadOnlyCollection<string> known, Action<string> warn) =>
        Checked.Where(filter => filter.Key.Values == kind)
            .All(filter => Compare(filter.Key, [.. filter], known, place: "", warn));

    /// <summary>The values of a filter without those that the organization at hand does not have.</summary>
    public string[] KnownHere(string parameter, IEnumerable<string>? given) =>
        [.. (given ?? []).Where(text => !_unknownHere.Contains((parameter, text)))];

    /// <summary>Reports the values that no organization knows.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Report(Action<SentryException, object?> report, Action<string> warn)
    {
        foreach (var warning in _given.Values.Select(value => value?.Warning).OfType<string>())
        {
            warn(warning);
        }

        var unknown = _given.Values.Where(value => value?.Error is not null).ToList();
        unknown.ForEach(value => report(value!.Error!, value.Text));
        return unknown.Count > 0;
    }

    private IEnumerable<IGrouping<FilterParameter, CheckedValue>> Checked =>
        _given.Values.OfType<CheckedValue>().GroupBy(value => value.Parameter);

    private bool Compare(
        FilterParameter parameter, CheckedValue[] given, IReadOnlyCollection<string> known, string place, Action<string> warn)
    {
        foreach (var value in given)
        {
            if (!value.IsPossible(known, place))
            {
                _unknownHere.Add((parameter.Name, value.Text));
            }
            else if (KnownValues.Find(parameter.Values)!.Others is OtherValues.MayBeNew && !value.IsAmong(known))
            {
                WarnOnce(
                    $"This version does not know the value '{value.Text}' of -{parameter.Name}. "
                    + "Nothing listed may mean that it is misspelt.",
                    warn);
            }
        }

        return Array.Exists(given, value => !_unknownHere.Contains((parameter.Name, value.Text)));
    }

    private bool Doubt(CheckedValue[] given, KnownValues values, OrganizationHome organization, string reason, Action<string> warn)
    {
        Array.ForEach(given, value => value.LeaveOpen());
        foreach (var value in given.Where(value => !value.IsUsual))
        {
            WarnOnce(
                $"Whether {organization} has the {values.Noun} '{value.Text}' could not be checked, "
                + $"so that nothing listed may mean that it is misspelt. {reason}",
                warn);
        }

        return true;
    }

    private void WarnOnce(string warning, Action<string> warn)
    {
        if (_warnings.Add(warning))
        {
            warn(warning);
        }
    }
}
