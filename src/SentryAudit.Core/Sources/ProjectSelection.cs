using SentryAudit.Http;

namespace SentryAudit.Sources;

/// <summary>The projects to which a listing is limited.</summary>
internal sealed class ProjectSelection
{
    // More ids would make the address too long for some proxies. Then all projects are read, and filtered here.
    private const int MostInQuery = 50;

    /// <summary>The parameter that means all projects. Without it Sentry takes those of the teams of the token's owner.</summary>
    public static readonly KeyValuePair<string, string> All = new("project", "-1");

    private readonly Dictionary<string, string> _slugs;

    public ProjectSelection(IEnumerable<SentryProject> projects)
        : this(projects.Select(project => (project.Id, project.Slug)))
    {
    }

    private ProjectSelection(IEnumerable<(string Id, string Slug)> projects) => _slugs = projects
        .GroupBy(project => project.Slug, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether Sentry can be asked for these only.</summary>
    public bool IsShort => _slugs.Count <= MostInQuery;

    public bool IsEmpty => _slugs.Count == 0;

    public IEnumerable<string> Slugs => _slugs.Keys.Order(StringComparer.Ordinal);

    public static ProjectSelection Of(IEnumerable<(string Id, string Slug)> projects) => new(projects);

    public bool ContainsAny(IEnumerable<string>? slugs) => slugs?.Any(_slugs.ContainsKey) ?? false;

    /// <summary>Limits a query to a selection; without one, asks for all projects, since Sentry's default is fewer.</summary>
    public static Query Limit(Query query, ProjectSelection? selection) =>
        selection is { IsShort: true } few ? query.WithAll("project", few._slugs.Values) : query.With(All.Key, All.Value);
}
