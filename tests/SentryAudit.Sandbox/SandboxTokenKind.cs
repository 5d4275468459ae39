namespace SentryAudit.Sandbox;

/// <summary>The kinds of bearer token Sentry hands out.</summary>
public enum SandboxTokenKind
{
    /// <summary>A person's token, valid for every organization of that person.</summary>
    User,

    /// <summary>An organization token: only the scope <c>org:ci</c>, no user behind it.</summary>
    Organization,

    /// <summary>A token of an internal integration, bound to the first organization.</summary>
    Integration,

    /// <summary>An access token from the OAuth flows, acting for a person.</summary>
    OAuth,
}
