namespace SentryAudit.Audits.Graph;

/// <summary>A relationship between two nodes.</summary>
/// <param name="LastUpdated">When the object that shows the relationship was read (UTC).</param>
internal sealed record GraphEdge(SentryRelationshipType Type, GraphNode From, GraphNode To, DateTimeOffset LastUpdated) : GraphElement;
