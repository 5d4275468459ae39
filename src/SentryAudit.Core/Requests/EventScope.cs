namespace SentryAudit.Requests;

/// <summary>The scope in which events are counted: an organization, a project or the projects of a team.</summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Slug">Slug of the project or team; null for an organization.</param>
/// <param name="Projects">The projects of the scope; for an organization they are only needed for some counters, else empty.</param>
internal sealed record EventScope(SentryEventCountScope Kind, string? Slug, IReadOnlyList<SentryProject> Projects)
{
    // More ids would make the address too long for some proxies.
    private const int MostInQuery = 50;

    public static EventScope Of(SentryProject project) => new(SentryEventCountScope.Project, project.Slug, [project]);

    public static EventScope Of(SentryTeam team, IEnumerable<SentryProject> all) =>
        new(
            SentryEventCountScope.Team,
            team.Slug,
            [.. all.Where(project => project.KnownTeams().Contains(team.Slug, StringComparer.Ordinal))]);

    public string? ProjectSlug => Kind is SentryEventCountScope.Project ? Slug : null;

    public string? TeamSlug => Kind is SentryEventCountScope.Team ? Slug : null;

    /// <summary>Values of the parameter <c>project</c>, a group for each request. The sum of all groups is the scope.</summary>
    public IEnumerable<string[]> ProjectIds =>
        Kind is SentryEventCountScope.Organization
            ? [["-1"]]
            : Projects.Select(project => project.Id).Chunk(MostInQuery);
}
