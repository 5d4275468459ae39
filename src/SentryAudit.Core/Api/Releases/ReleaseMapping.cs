using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;

namespace SentryAudit.Api.Releases;

internal static class ReleaseMapping
{
    public static SentryRelease ToModel(this WireRelease wire, string organization, string? organizationId, DateTimeOffset readAt) => new()
    {
        Id = $"{organizationId ?? organization}/{wire.Version}",
        Version = wire.Version ?? "",
        ShortVersion = wire.ShortVersion,
        Status = wire.Status,
        DateCreated = wire.DateCreated,
        DateReleased = wire.DateReleased,
        ProjectSlugs = wire.Projects?.Slugs(),
        CommitCount = wire.CommitCount,
        DeployCount = wire.DeployCount,
        NewGroups = wire.NewGroups,
        Ref = wire.Ref,
        Url = SecretMask.Login(wire.Url),
        FirstEvent = wire.FirstEvent,
        LastEvent = wire.LastEvent,
        LastDeployEnvironment = wire.LastDeploy?.Environment,
        LastDeployFinished = wire.LastDeploy?.DateFinished,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
