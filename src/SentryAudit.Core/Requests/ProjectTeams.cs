namespace SentryAudit.Requests;

/// <summary>The teams of projects, where a conclusion is drawn from them.</summary>
internal static class ProjectTeams
{
    /// <summary>The slugs of a project's teams.</summary>
    /// <exception cref="SentryException">Sentry does not report them: no conclusion is possible.</exception>
    public static StringList KnownTeams(this SentryProject project) => project.TeamSlugs ?? throw Unknown(project, count: 1);

    /// <summary>Projects of which Sentry does not report the teams; null for none.</summary>
    public static SentryException? Gap(this IEnumerable<SentryProject> projects)
    {
        SentryProject[] unknown = [.. projects.Where(project => project.TeamSlugs is null)];
        return unknown is [var first, ..] ? Unknown(first, unknown.Length) : null;
    }

    private static SentryException Unknown(SentryProject project, int count) =>
        new(
            "SentryRelationshipUnknown",
            SentryErrorCategory.InvalidResult,
            count == 1
                ? $"Sentry did not report all teams of project {project} of {project.OrganizationSlug}."
                : $"Sentry did not report all teams of {count} projects of {project.OrganizationSlug}, for example {project}.",
            "Treat what depends on the teams of a project as incomplete, and look at the project in Sentry.");
}
