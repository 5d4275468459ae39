namespace SentryAudit.Api.Stats;

/// <summary>Projects that were asked for together: with an answer, or one project with the fault that ended its own.</summary>
internal readonly record struct ProjectGroup<T>(IReadOnlyList<SentryProject> Projects, T? Answer, SentryApiException? Refusal)
    where T : class;
