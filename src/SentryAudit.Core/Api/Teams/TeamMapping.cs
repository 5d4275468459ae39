using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Teams;

internal static class TeamMapping
{
    public static SentryTeam ToModel(this WireTeam wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Slug = wire.Slug ?? "",
        Name = wire.Name,
        DateCreated = wire.DateCreated,
        MemberCount = wire.MemberCount,
        ProjectSlugs = wire.Projects?.Slugs(),
        IdpProvisioned = wire.Flags?.IdpProvisioned,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };

    /// <summary>
    /// Slugs of mentioned objects, sorted: Sentry's own order changes from read to read. Null when one of them is missing, since the
    /// others would pass for all.
    /// </summary>
    public static StringList? Slugs(this WireReference[] references) =>
        Array.Exists(references, reference => string.IsNullOrEmpty(reference.Slug))
            ? null
            : new StringList(references.Select(reference => reference.Slug!).Order(StringComparer.Ordinal));
}
