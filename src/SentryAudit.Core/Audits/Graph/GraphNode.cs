namespace SentryAudit.Audits.Graph;

/// <summary>An object as a node of a graph.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Id">Its id, unique within the kind.</param>
/// <param name="Name">What people call it.</param>
internal sealed record GraphNode(GraphNodeKind Kind, string Id, string Name) : GraphElement
{
    /// <summary>The object itself, from which the formats take its properties; null for Sentry as a service.</summary>
    public object? Entity { get; init; }

    public DateTimeOffset? FirstSeen { get; init; }

    public required DateTimeOffset LastUpdated { get; init; }

    /// <summary>The label in Cartography's schema. Kinds that it does not have are named in the same way.</summary>
    public string Label => LabelOf(Kind);

    public static string LabelOf(GraphNodeKind kind) => kind is GraphNodeKind.Member ? "SentryUser" : $"Sentry{kind}";
}
