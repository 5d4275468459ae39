namespace SentryAudit;

/// <summary>What a graph can be exported as.</summary>
public enum SentryGraphFormat
{
    /// <summary>A format this version does not know.</summary>
    Unknown,

    /// <summary>A script of idempotent statements for Neo4j and what understands its language, in Cartography's schema.</summary>
    Cypher,

    /// <summary>A folder of CSV files for <c>neo4j-admin database import</c>, in Cartography's schema.</summary>
    Neo4jCsv,

    /// <summary>GraphML 1.0 for yEd, Gephi, NetworkX, …, in Cartography's schema.</summary>
    GraphML,

    /// <summary>Entities and relationships of JupiterOne, as one JSON document.</summary>
    JupiterOne,

    /// <summary>A Mermaid flowchart for Markdown pages.</summary>
    Mermaid,

    /// <summary>A Graphviz digraph.</summary>
    Dot,
}
