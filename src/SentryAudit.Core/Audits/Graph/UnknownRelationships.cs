using System.Globalization;

namespace SentryAudit.Audits.Graph;

/// <summary>
/// Collects the objects whose relationships are not all known, since a missing edge must not be read as "is not related".
/// </summary>
internal sealed class UnknownRelationships
{
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);
    private string? _first;

    /// <summary>The nodes with the given slugs. Notes the node if its slugs are unknown, or if one of them is not listed.</summary>
    /// <param name="node">The node that the slugs are a property of.</param>
    /// <param name="slugs">Slugs of other objects; null if they are unknown.</param>
    /// <param name="listed">The nodes that were listed, by slug.</param>
    /// <param name="matters">Whether the relationship is wanted at all.</param>
    public IEnumerable<GraphNode> Resolve(GraphNode node, StringList? slugs, IReadOnlyDictionary<string, GraphNode> listed, bool matters)
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

    /// <summary>The error that reports them; null if all relationships are known.</summary>
    public SentryException? ToException(string organization)
    {
        if (_nodes.Count == 0)
        {
            return null;
        }

        var count = _nodes.Count.ToString(CultureInfo.InvariantCulture);
        return new SentryException(
            "SentryRelationshipUnknown",
            SentryErrorCategory.InvalidResult,
            $"The relationships of {count} objects of {organization} are not all known, for example those of {_first}: "
                + "Sentry does not report their teams, projects or roles, or names some that it does not list.",
            "Treat the relationships of these objects as incomplete. Use a token that can see all teams and projects, "
                + "or look at the objects in Sentry.");
    }
}
