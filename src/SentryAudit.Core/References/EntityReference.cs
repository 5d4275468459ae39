using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>
/// The name of an object of Sentry in a parameter: a slug, id or another key, a wildcard pattern, or an object of this
/// module. PowerShell converts texts and objects to it, so all of them can be given and piped in the same way.
/// </summary>
public abstract class EntityReference
{
    private WildcardExpression? _pattern;
    private string? _place;

    private protected EntityReference(string value, string? organization = null)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("The slug, id or name must not be empty.", nameof(value));
        }

        Value = value.Trim();
        Organization = organization;
        _pattern = organization is null && WildcardExpression.IsWildcard(Value) ? new WildcardExpression(Value) : null;
    }

    /// <summary>The key as it was given; for an object, its id or slug.</summary>
    public string Value { get; }

    /// <summary>Slug of the organization it belongs to; null when it was given as text.</summary>
    public string? Organization { get; private set; }

    /// <summary>Whether it has a wildcard, and so may match several objects.</summary>
    public bool IsPattern => _pattern is not null;

    /// <summary>The kind of object, for messages: <c>project</c>.</summary>
    internal abstract string Kind { get; }

    // Sentry refuses slugs that have only digits, so a number is always an id.
    internal bool IsId => !IsPattern && Value.All(char.IsAsciiDigit);

    /// <summary>Slug of the organization it is looked for in: its own, or the one named beside it; null for any.</summary>
    internal string? Place => Organization ?? _place;

    /// <summary>Makes it a key that came from data: it means itself, and is never a pattern.</summary>
    internal void TakeLiterally() => _pattern = null;

    /// <summary>Makes it the key of an object of this organization: it then names that object, and no other one of the same name.</summary>
    internal void BelongTo(string organization) => Organization = organization;

    /// <summary>Limits it to an organization that was named beside it. It may still be any name of the object.</summary>
    internal void LookIn(string organization) => _place = organization;

    /// <summary>Takes what a copy of the object, or a row, says about it beside its key, for example the kind of an alert rule.</summary>
    /// <param name="says">The text of a property; null where there is none.</param>
    internal virtual void Learn(Func<string, string?> says)
    {
    }

    internal bool IsIn(string organization) =>
        Place is null || string.Equals(Place, organization, StringComparison.OrdinalIgnoreCase);

    private protected bool MatchesAny(params ReadOnlySpan<string?> keys)
    {
        foreach (var key in keys)
        {
            // A name may look like a pattern, for example 'CPU [prod]'. Once something is called so, it is no pattern any more.
            if (string.Equals(Value, key, StringComparison.OrdinalIgnoreCase))
            {
                TakeLiterally();
                return true;
            }
        }

        foreach (var key in keys)
        {
            if (_pattern?.IsMatch(key) is true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The key as it was given.</summary>
    public override string ToString() => Value;
}
