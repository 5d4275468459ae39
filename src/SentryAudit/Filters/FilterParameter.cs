using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using SentryAudit.Common.Text;
using SentryAudit.Requests;

namespace SentryAudit.Filters;

/// <summary>A parameter that is marked as a filter.</summary>
internal sealed class FilterParameter
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<FilterParameter>> Known = new();

    private readonly PropertyInfo _property;
    private readonly bool _takesWildcards;

    private FilterParameter(PropertyInfo property, FilterAttribute filter)
    {
        _property = property;
        _takesWildcards = property.IsDefined(typeof(SupportsWildcardsAttribute));
        Values = filter.Values;
    }

    public string Name => _property.Name;

    /// <summary>What its values can be.</summary>
    public FilterValues Values { get; }

    public static IReadOnlyList<FilterParameter> Of(Type cmdlet) => Known.GetOrAdd(cmdlet, static type =>
    [
        .. from property in type.GetProperties()
           let filter = property.GetCustomAttribute<FilterAttribute>()
           where filter is not null
           select new FilterParameter(property, filter),
    ]);

    /// <summary>The values it has, as texts; one empty text for a switch. None where nobody gave it.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="isBound">Whether the command line gave it: some have a value of their own otherwise.</param>
    public IEnumerable<GivenValue> GivenTo(object cmdlet, bool isBound) => _property.GetValue(cmdlet) switch
    {
        SwitchParameter given => given.IsPresent ? [new GivenValue("", IsPattern: false)] : [],
        IEnumerable<EntityReference> references => references.Where(reference => reference is not null).Select(Value),
        EntityReference reference => [Value(reference)],
        { } other when isBound => Texts(other).Select(text => new GivenValue(text, _takesWildcards && WildcardExpression.IsWildcard(text))),
        _ => [],
    };

    // What is known of an object came from Sentry.
    private static GivenValue Value(EntityReference reference) =>
        new(reference.Value, reference.IsPattern) { IsCertain = reference.Organization is not null };

    private static IEnumerable<string> Texts(object value) =>
        value is string or not IEnumerable
            ? [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""]
            : ((IEnumerable)value).Cast<object?>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "");
}
