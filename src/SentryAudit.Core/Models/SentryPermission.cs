namespace SentryAudit;

/// <summary>What a cmdlet of this module needs, and whether the connection's token has it.</summary>
public sealed class SentryPermission
{
    /// <summary>Name of the cmdlet.</summary>
    public required string Cmdlet { get; init; }

    /// <summary>The part of its work this is about, as <c>-IncludeTeams</c>; null for all of it.</summary>
    public string? For { get; init; }

    /// <summary>The scopes of which one suffices; a higher one of the same family does too. Empty when a valid token is enough.</summary>
    public required StringList Scopes { get; init; }

    /// <summary>Whether the token has one of them; null where Sentry does not tell the token's scopes. Its owner's role may still say no.</summary>
    public bool? Granted { get; init; }

    /// <summary>The cmdlet and its scopes.</summary>
    public override string ToString() => $"{Cmdlet}: {Scopes}";
}
