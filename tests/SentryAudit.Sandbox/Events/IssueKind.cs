namespace SentryAudit.Sandbox.Events;

/// <summary>What issues of one kind have in common. The type is that of their events.</summary>
internal sealed record IssueKind(string Title, string? Culprit, string Level, string Type, string IssueType, string Category)
{
    /// <summary>What the title is made of, as JSON.</summary>
    public required string Metadata { get; init; }

    /// <summary>Names in <see cref="Entries"/>, in the order events have them.</summary>
    public string[] EntryTypes { get; init; } = [];

    public string? Logger { get; init; }
    public string? Location { get; init; }
    public bool Unhandled { get; init; }

    /// <summary>Whether it was found by Sentry rather than sent as an error: such events carry an occurrence.</summary>
    public bool Found => Category is not "error";
}
