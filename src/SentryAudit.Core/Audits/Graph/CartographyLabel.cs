namespace SentryAudit.Audits.Graph;

/// <summary>A kind of node in Cartography's schema.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="ExtraLabel">A label that similar nodes of other providers have too; null for none.</param>
/// <param name="Columns">Its properties, <c>id</c> first.</param>
internal sealed record CartographyLabel(GraphNodeKind Kind, string? ExtraLabel, IReadOnlyList<GraphColumn> Columns)
{
    public string Name => GraphNode.LabelOf(Kind);

    public IEnumerable<string> Labels => ExtraLabel is null ? [Name] : [Name, ExtraLabel];
}
