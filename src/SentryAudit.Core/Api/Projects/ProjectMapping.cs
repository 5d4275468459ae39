using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Projects;

internal static class ProjectMapping
{
    public static SentryProject ToModel(this WireProject wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Slug = wire.Slug ?? "",
        Name = wire.Name,
        Platform = string.IsNullOrEmpty(wire.Platform) ? null : wire.Platform,
        Status = wire.Status,
        DateCreated = wire.DateCreated,
        FirstEvent = wire.FirstEvent,
        TeamSlugs = wire.Teams?.Slugs(),
        Environments = wire.Environments is { } environments ? new StringList(environments.Order(StringComparer.Ordinal)) : null,
        LatestRelease = wire.LatestRelease?.Version,
        HasTransactions = wire.FirstTransactionEvent,
        HasSessions = wire.HasSessions,
        HasReplays = wire.HasReplays,
        HasProfiles = wire.HasProfiles,
        HasMonitors = wire.HasMonitors,
        HasFeedback = wire.HasNewFeedbacks,
        HasUserReports = wire.HasUserReports,
        HasLogs = wire.HasLogs,
        HasFlags = wire.HasFlags,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
