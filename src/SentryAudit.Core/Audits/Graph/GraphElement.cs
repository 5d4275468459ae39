namespace SentryAudit.Audits.Graph;

/// <summary>A node or an edge of a graph, as it streams from the source to the file.</summary>
internal abstract record GraphElement;

/// <param name="Name">What people call it.</param>
/// <param name="Entity">The object it stands for; formats take its properties from here.</param>
internal sealed record GraphNode(
    GraphNodeKind Kind,
    string Id,
    string Name,
    object? Entity,
    DateTimeOffset? FirstSeen,
    DateTimeOffset LastUpdated
) : GraphElement
{
    /// <summary>The label in Cartography's schema; what that does not know is named alike.</summary>
    public string Label => LabelOf(Kind);

    public static string LabelOf(GraphNodeKind kind) => kind is GraphNodeKind.Member ? "SentryUser" : $"Sentry{kind}";
}

/// <param name="LastUpdated">When what tells of it was read (UTC).</param>
internal sealed record GraphEdge(SentryRelationshipType Type, GraphNode From, GraphNode To, DateTimeOffset LastUpdated) : GraphElement;
