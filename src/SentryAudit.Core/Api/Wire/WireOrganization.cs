using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireOrganization
{
    public string? Id { get; init; }

    public string? Slug { get; init; }

    public string? Name { get; init; }

    public WireReference? Status { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public bool? Require2FA { get; init; }

    public bool? IsEarlyAdopter { get; init; }

    public bool? HasAuthProvider { get; init; }

    public bool? AllowMemberInvite { get; init; }

    public bool? AllowMemberProjectCreation { get; init; }

    public bool? AllowSuperuserAccess { get; init; }

    public WireLinks? Links { get; init; }

    public string? DefaultRole { get; init; }

    public bool? OpenMembership { get; init; }

    public bool? AllowJoinRequests { get; init; }

    public bool? AllowSharedIssues { get; init; }

    public bool? EnhancedPrivacy { get; init; }

    public bool? DataScrubber { get; init; }

    public bool? DataScrubberDefaults { get; init; }

    [JsonPropertyName("scrubIPAddresses")]
    public bool? ScrubIPAddresses { get; init; }

    public bool? ScrapeJavaScript { get; init; }

    public bool? EventsMemberAdmin { get; init; }

    public bool? AlertsMemberWrite { get; init; }

    public string? AttachmentsRole { get; init; }

    public string? DebugFilesRole { get; init; }

    public int? StoreCrashReports { get; init; }

    public int? PendingAccessRequests { get; init; }

    public bool? HideAiFeatures { get; init; }

    public string[]? SensitiveFields { get; init; }

    public string[]? SafeFields { get; init; }

    internal sealed class WireLinks
    {
        public string? OrganizationUrl { get; init; }

        public string? RegionUrl { get; init; }
    }
}
