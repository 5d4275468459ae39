using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireOrganization : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : string.IsNullOrEmpty(Slug) ? "slug" : null;

    public string? Id { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public WireReference? Status { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public bool? Require2FA { get; set; }

    public bool? IsEarlyAdopter { get; set; }

    public bool? HasAuthProvider { get; set; }

    public bool? AllowMemberInvite { get; set; }

    public bool? AllowMemberProjectCreation { get; set; }

    public bool? AllowSuperuserAccess { get; set; }

    public WireLinks? Links { get; set; }

    public string? DefaultRole { get; set; }

    public bool? OpenMembership { get; set; }

    public bool? AllowJoinRequests { get; set; }

    public bool? AllowSharedIssues { get; set; }

    public bool? EnhancedPrivacy { get; set; }

    public bool? DataScrubber { get; set; }

    public bool? DataScrubberDefaults { get; set; }

    [JsonPropertyName("scrubIPAddresses")]
    public bool? ScrubIPAddresses { get; set; }

    public bool? ScrapeJavaScript { get; set; }

    public bool? EventsMemberAdmin { get; set; }

    public bool? AlertsMemberWrite { get; set; }

    public string? AttachmentsRole { get; set; }

    public string? DebugFilesRole { get; set; }

    public int? StoreCrashReports { get; set; }

    public int? PendingAccessRequests { get; set; }

    public bool? HideAiFeatures { get; set; }

    /// <summary>The scopes that the caller has there: those of the token that the caller's role allows.</summary>
    public string[]? Access { get; set; }

    /// <summary>The caller's role; null for those who are no member, for example integrations.</summary>
    public string? OrgRole { get; set; }

    public string? Role { get; set; }

    public string[]? SensitiveFields { get; set; }

    public string[]? SafeFields { get; set; }

    internal sealed class WireLinks
    {
        public string? OrganizationUrl { get; set; }

        public string? RegionUrl { get; set; }
    }
}
