using SentryAudit.Requests;

namespace SentryAudit.Filters;

/// <summary>
/// Marks a parameter that leaves something out of what a cmdlet lists or changes, and says which values it can have. Values that
/// nobody knows are refused, and what is named but left out is told as such: <see cref="FilterCheck"/>.
/// </summary>
/// <param name="values">What its values can be.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
internal sealed class FilterAttribute(FilterValues values) : Attribute
{
    public FilterValues Values { get; } = values;
}
