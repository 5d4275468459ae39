using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>
/// How a parameter names an object of Sentry: by slug, id or another natural key, by a wildcard pattern, or by an
/// object this module returned. PowerShell converts strings and objects to it, so all of them bind and pipe alike.
/// </summary>
public abstract class EntityReference
{
    private readonly WildcardExpression? _pattern;

    private protected EntityReference(string value, string? organization = null)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("A key must not be empty.", nameof(value));
        }

        Value = value.Trim();
        Organization = organization;
        _pattern = organization is null && WildcardExpression.IsWildcard(Value) ? new WildcardExpression(Value) : null;
    }

    /// <summary>The key as it was given; for an object, its natural key.</summary>
    public string Value { get; }

    /// <summary>Slug of the organization it belongs to; null when it was given as text.</summary>
    public string? Organization { get; }

    /// <summary>True when it can mean several objects.</summary>
    public bool IsPattern => _pattern is not null;

    /// <summary>What it names, for messages: <c>project</c>.</summary>
    internal abstract string Kind { get; }

    // Sentry refuses slugs of digits only, so a number is always an id.
    internal bool IsId => !IsPattern && Value.All(char.IsAsciiDigit);

    internal bool IsIn(string organization) =>
        Organization is null || string.Equals(Organization, organization, StringComparison.OrdinalIgnoreCase);

    private protected bool MatchesAny(params ReadOnlySpan<string?> keys)
    {
        foreach (var key in keys)
        {
            // A name may look like a pattern itself, as 'CPU [prod]' does.
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
