namespace SentryAudit.Sandbox;

/// <summary>Something somebody did. Who did it may be no user but a token, of which only a name is left.</summary>
public sealed class SandboxAuditEntry
{
    public required string Id { get; init; }

    /// <summary>Such as <c>member.invite</c>.</summary>
    public required string Event { get; init; }

    public SandboxUser? Actor { get; init; }

    /// <summary>What is shown of an actor who is no user.</summary>
    public string ActorName { get; init; } = "";

    public string? IpAddress { get; init; }
    public required string Note { get; init; }
    public long? TargetObject { get; init; }
    public SandboxUser? TargetUser { get; init; }

    /// <summary>The user it was done to, when that user is gone: only the number is left.</summary>
    public long? TargetUserId { get; init; }

    /// <summary>Details as Sentry keeps them: texts, numbers, lists and objects, with secrets among them.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    public DateTimeOffset DateCreated { get; init; }
}
