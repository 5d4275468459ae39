using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>
/// The name of an object of Sentry in a parameter: a slug, id or another key, a wildcard pattern, or an object of this
/// module. PowerShell converts texts and objects to it, so all of them can be given and piped in the same way.
/// </summary>
public abstract class EntityReference
{
    private WildcardExpression? _pattern;

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

    /// <summary>A key that came from data: it means itself, in its organization where that is known, and is never a pattern.</summary>
    /// <param name="type">The kind of reference.</param>
    /// <param name="key">The key.</param>
    /// <param name="organization">The slug of the organization it belongs to; null where that is unknown.</param>
    /// <returns>Null when the type is no kind of reference.</returns>
    internal static EntityReference? Literal(Type type, string key, string? organization)
    {
        if (!type.IsSubclassOf(typeof(EntityReference)))
        {
            return null;
        }

        var reference = (EntityReference)Activator.CreateInstance(type, key)!;
        reference._pattern = null;
        reference.Organization = organization ?? reference.Organization;
        return reference;
    }

    internal bool IsIn(string organization) =>
        Organization is null || string.Equals(Organization, organization, StringComparison.OrdinalIgnoreCase);

    private protected bool MatchesAny(params ReadOnlySpan<string?> keys)
    {
        foreach (var key in keys)
        {
            // A name may look like a pattern, for example 'CPU [prod]'.
            if (string.Equals(Value, key, StringComparison.OrdinalIgnoreCase) || _pattern?.IsMatch(key) is true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The key as it was given.</summary>
    public override string ToString() => Value;
}
