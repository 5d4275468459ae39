using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;

namespace SentryAudit.Api.Releases;

internal static class DeployMapping
{
    public static SentryDeploy ToModel(this WireDeployment wire, string organization, string version, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        ReleaseVersion = version,
        Environment = wire.Environment,
        Name = wire.Name,
        Url = SecretMask.Login(wire.Url),
        DateStarted = wire.DateStarted,
        DateFinished = wire.DateFinished,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
