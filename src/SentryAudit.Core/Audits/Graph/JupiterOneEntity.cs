namespace SentryAudit.Audits.Graph;

/// <summary>A kind of entity in JupiterOne's schema.</summary>
internal sealed record JupiterOneEntity(string Type, string Class, IReadOnlyList<GraphColumn> Columns);
