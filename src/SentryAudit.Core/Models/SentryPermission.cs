namespace SentryAudit;

/// <summary>The scopes that a cmdlet of this module needs, and whether the connection has one of them in an organization.</summary>
public sealed class SentryPermission
{
    /// <summary>Name of the cmdlet.</summary>
    public required string Cmdlet { get; init; }

    /// <summary>The parameter for which the scopes are needed, for example <c>-IncludeTeams</c>; null for the cmdlet itself.</summary>
    public string? For { get; init; }

    /// <summary>The scopes of which one is enough, or a higher one of the same family. Empty if any valid token is enough.</summary>
    public required StringList Scopes { get; init; }

    /// <summary>Slug of the organization; null if none was asked.</summary>
    public string? OrganizationSlug { get; init; }

    /// <summary>Whether the token has one of them; null if Sentry does not report the token's scopes.</summary>
    public bool? HasScope { get; init; }

    /// <summary>The role of the token's owner in the organization; null for integrations, and if Sentry does not report it.</summary>
    public string? Role { get; init; }

    /// <summary>
    /// Whether token and role together allow it, as the organization reports it (<c>access</c>); null if that is not known.
    /// </summary>
    public bool? Granted { get; init; }

    /// <summary>The cmdlet and its scopes.</summary>
    public override string ToString() => $"{Cmdlet}: {Scopes}";
}
