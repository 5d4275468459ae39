namespace SentryAudit;

/// <summary>The kind of a connection's token, by its form and by Sentry's answers.</summary>
public enum SentryTokenKind
{
    /// <summary>Neither its form nor Sentry's answers show it.</summary>
    Unknown,

    /// <summary>A personal token: it has the rights of its owner, limited to its scopes, in all of the owner's organizations.</summary>
    Personal,

    /// <summary>An organization token. Sentry gives it only the scope <c>org:ci</c>, which is not enough for an audit.</summary>
    Organization,

    /// <summary>A token of an internal integration, bound to one organization.</summary>
    Integration,

    /// <summary>An access token of an OAuth application.</summary>
    OAuth,

    /// <summary>No token: the connection reads a stored inventory.</summary>
    None,
}
