using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Organizations;

internal static class OrganizationMapping
{
    public static SentryOrganization ToModel(this WireOrganization wire, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Slug = wire.Slug ?? "",
        Name = wire.Name,
        Status = wire.Status?.Id,
        DateCreated = wire.DateCreated,
        Require2FA = wire.Require2FA,
        IsEarlyAdopter = wire.IsEarlyAdopter,
        HasAuthProvider = wire.HasAuthProvider,
        AllowMemberInvite = wire.AllowMemberInvite,
        AllowMemberProjectCreation = wire.AllowMemberProjectCreation,
        AllowSuperuserAccess = wire.AllowSuperuserAccess,
        RegionUrl = Address(wire.Links?.RegionUrl),
        OrganizationUrl = Address(wire.Links?.OrganizationUrl),
        DefaultRole = wire.DefaultRole,
        OpenMembership = wire.OpenMembership,
        AllowJoinRequests = wire.AllowJoinRequests,
        AllowSharedIssues = wire.AllowSharedIssues,
        EnhancedPrivacy = wire.EnhancedPrivacy,
        DataScrubber = wire.DataScrubber,
        DataScrubberDefaults = wire.DataScrubberDefaults,
        ScrubIPAddresses = wire.ScrubIPAddresses,
        ScrapeJavaScript = wire.ScrapeJavaScript,
        EventsMemberAdmin = wire.EventsMemberAdmin,
        AlertsMemberWrite = wire.AlertsMemberWrite,
        AttachmentsRole = wire.AttachmentsRole,
        DebugFilesRole = wire.DebugFilesRole,
        StoreCrashReports = wire.StoreCrashReports,
        PendingAccessRequests = wire.PendingAccessRequests,
        HideAiFeatures = wire.HideAiFeatures,
        SensitiveFields = wire.SensitiveFields is { } sensitive ? new StringList(sensitive) : null,
        SafeFields = wire.SafeFields is { } safe ? new StringList(safe) : null,
        LastUpdated = readAt,
    };

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
