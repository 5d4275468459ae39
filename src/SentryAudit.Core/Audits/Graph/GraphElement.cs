namespace SentryAudit.Audits.Graph;

/// <summary>A node or an edge of a graph, on its way from the source to the file.</summary>
internal abstract record GraphElement;
