namespace SentryAudit;

/// <summary>The formats in which a graph can be exported.</summary>
public enum SentryGraphFormat
{
    /// <summary>A format that this version does not know.</summary>
    Unknown,

    /// <summary>A script for Neo4j and compatible databases, in Cartography's schema. It can be run several times.</summary>
    Cypher,

    /// <summary>A folder of CSV files for <c>neo4j-admin database import</c>, in Cartography's schema.</summary>
    Neo4jCsv,

    /// <summary>GraphML 1.0, for example for yEd, Gephi and NetworkX, in Cartography's schema.</summary>
    GraphML,

    /// <summary>Entities and relationships of JupiterOne, as one JSON document.</summary>
    JupiterOne,

    /// <summary>A Mermaid flowchart for Markdown pages.</summary>
    Mermaid,

    /// <summary>A Graphviz digraph.</summary>
    Dot,
}
