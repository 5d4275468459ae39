namespace SentryAudit.Requests;

/// <summary>What events are counted of: an organization, a project or a team's projects.</summary>
/// <param name="Projects">The projects that make it up; none for an organization whose projects need not be known.</param>
internal sealed record EventScope(SentryEventCountScope Kind, string? Slug, IReadOnlyList<SentryProject> Projects)
{
    // Beyond this the ids would make an address that proxies refuse.
    private const int MostInQuery = 50;

    public static EventScope Of(SentryProject project) => new(SentryEventCountScope.Project, project.Slug, [project]);

    public static EventScope Of(SentryTeam team, IEnumerable<SentryProject> all) =>
        new(
            SentryEventCountScope.Team,
            team.Slug,
            [.. all.Where(project => project.TeamSlugs.Contains(team.Slug, StringComparer.Ordinal))]);

    public string? ProjectSlug => Kind is SentryEventCountScope.Project ? Slug : null;

    public string? TeamSlug => Kind is SentryEventCountScope.Team ? Slug : null;

    /// <summary>Values of <c>project</c>, in groups of which each makes one request; the sum of all is the scope.</summary>
    public IEnumerable<string[]> ProjectIds =>
        Kind is SentryEventCountScope.Organization
            ?
            [
                ["-1"],
            ]
            : Projects.Select(project => project.Id).Chunk(MostInQuery);
}
