namespace SentryAudit;

/// <summary>What kind of token a connection uses, as far as its form and Sentry's answers tell.</summary>
public enum SentryTokenKind
{
    /// <summary>Neither form nor answers tell.</summary>
    Unknown,

    /// <summary>A person's own token: their rights, cut down to its scopes, in all their organizations.</summary>
    Personal,

    /// <summary>An organization token. Sentry gives it only <c>org:ci</c>: too little for an audit.</summary>
    Organization,

    /// <summary>A token of an internal integration, bound to one organization.</summary>
    Integration,

    /// <summary>An access token of an OAuth application.</summary>
    OAuth,

    /// <summary>No token: the connection reads a stored inventory.</summary>
    None,
}
