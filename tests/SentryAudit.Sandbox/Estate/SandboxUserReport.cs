namespace SentryAudit.Sandbox;

/// <summary>What a user wrote about an event, through the form older than the feedback widget.</summary>
public sealed class SandboxUserReport
{
    public required string Id { get; init; }
    public required SandboxProject Project { get; init; }

    /// <summary>The event it is about: Sentry may never have received one with that id.</summary>
    public required string EventId { get; init; }

    /// <summary>Null when Sentry knows no such event.</summary>
    public SandboxIssue? Issue { get; set; }

    public required string Name { get; set; }
    public required string Email { get; set; }
    public required string Comments { get; set; }
    public DateTimeOffset DateCreated { get; init; }

    /// <summary>Whether the event named its user too.</summary>
    public bool HasUser { get; set; }
}
