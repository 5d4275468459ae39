using SentryAudit.Http;

namespace SentryAudit.Sources;

/// <summary>The projects to which a listing is limited.</summary>
internal sealed class ProjectSelection(IEnumerable<SentryProject> projects)
{
    // More ids would make the address too long for some proxies. Then all projects are read, and filtered here.
    private const int MostInQuery = 50;

    private readonly Dictionary<string, string> _slugs = projects
        .GroupBy(project => project.Slug, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Id, StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => _slugs.Count == 0;

    public IEnumerable<string> Slugs => _slugs.Keys.Order(StringComparer.Ordinal);

    public bool ContainsAny(IEnumerable<string>? slugs) => slugs?.Any(_slugs.ContainsKey) ?? false;

    /// <summary>Limits a query to a selection; without one, asks for all projects, since Sentry's default is fewer.</summary>
    public static Query Limit(Query query, ProjectSelection? selection) =>
        selection is { _slugs.Count: <= MostInQuery } few ? query.WithAll("project", few._slugs.Values) : query.With("project", "-1");
}
