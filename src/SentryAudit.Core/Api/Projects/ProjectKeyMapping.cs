using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;

namespace SentryAudit.Api.Projects;

internal static class ProjectKeyMapping
{
    public static SentryProjectKey ToModel(
        this WireProjectKey wire,
        string organization,
        string? project,
        bool showSecret,
        DateTimeOffset readAt)
    {
        var key = wire.Public ?? wire.Id ?? "";
        return new SentryProjectKey
        {
            Id = KeyText.Fingerprint(key),
            Label = wire.Label ?? wire.Name,
            PublicKey = KeyText.Mask(key),
            Secret = showSecret ? KeyText.Secure(wire.Dsn?.Public ?? key) : null,
            IsActive = wire.IsActive,
            RateLimitCount = wire.RateLimit?.Count,
            RateLimitWindow = wire.RateLimit?.Window is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            DateCreated = wire.DateCreated,
            ProjectId = wire.ProjectId,
            ProjectSlug = project,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };
    }
}
