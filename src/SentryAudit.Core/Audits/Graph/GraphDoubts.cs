using System.Globalization;

namespace SentryAudit.Audits.Graph;

/// <summary>Objects whose relationships are not all known: a missing edge must not read as "is not related".</summary>
internal sealed class GraphDoubts
{
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);
    private string? _first;

    /// <summary>The nodes that slugs name. Slugs that are unknown, or that name nothing listed, are a doubt.</summary>
    public IEnumerable<GraphNode> Known(GraphNode node, StringList? slugs, IReadOnlyDictionary<string, GraphNode> listed, bool matters)
    {
        Note(node, matters && (slugs is null || !slugs.All(listed.ContainsKey)));
        return (slugs ?? StringList.Empty).Where(listed.ContainsKey).Select(slug => listed[slug]);
    }

    public void Note(GraphNode node, bool isUnknown)
    {
        if (isUnknown && _nodes.Add($"{node.Kind} {node.Id}"))
        {
            _first ??= $"{node.Label} {node.Name}";
        }
    }

    /// <summary>The error that tells of them; null when all is known.</summary>
    public SentryException? ToException(string organization) => _nodes.Count == 0 ? null : new SentryException(
        "SentryRelationshipUnknown",
        SentryErrorCategory.InvalidResult,
        string.Create(CultureInfo.InvariantCulture, $"The relationships of {_nodes.Count} objects of {organization} are not all known, the first being {_first}: Sentry names teams, projects or roles for them that it does not list."),
        "Treat what is given for them as a part. A token that sees all teams and projects helps; so does looking at the object in Sentry.");
}
