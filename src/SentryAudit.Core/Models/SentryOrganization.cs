namespace SentryAudit;

/// <summary>
/// An organization. Only <c>Get-SentryOrganization -Detailed</c> fills the settings from <see cref="DefaultRole"/> on, and only those that
/// Sentry reports to this token; null means "not reported", never "off".
/// </summary>
public sealed class SentryOrganization
{
    /// <summary>Short name, used in addresses. It can be changed; <see cref="Id"/> can't.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary><c>active</c>, <c>pending_deletion</c>, <c>deletion_in_progress</c> or another value of a newer Sentry.</summary>
    public string? Status { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Whether members must use two-factor authentication.</summary>
    public bool? Require2FA { get; init; }

    /// <summary>Whether it takes part in Sentry's early-adopter programme.</summary>
    public bool? IsEarlyAdopter { get; init; }

    /// <summary>Whether single sign-on is set up.</summary>
    public bool? HasAuthProvider { get; init; }

    /// <summary>Whether members below manager may invite others.</summary>
    public bool? AllowMemberInvite { get; init; }

    /// <summary>Whether members may create projects.</summary>
    public bool? AllowMemberProjectCreation { get; init; }

    /// <summary>Whether Sentry's own staff may access it.</summary>
    public bool? AllowSuperuserAccess { get; init; }

    /// <summary>Host of the region that holds its data; null on a self-hosted Sentry.</summary>
    public Uri? RegionUrl { get; init; }

    /// <summary>Address of its web interface.</summary>
    public Uri? OrganizationUrl { get; init; }

    /// <summary>Role of people who join without an invitation, for example by single sign-on.</summary>
    public string? DefaultRole { get; init; }

    /// <summary>Whether members may join every team without being asked in.</summary>
    public bool? OpenMembership { get; init; }

    /// <summary>Whether people may ask to join.</summary>
    public bool? AllowJoinRequests { get; init; }

    /// <summary>Whether issues may be shared with a public link.</summary>
    public bool? AllowSharedIssues { get; init; }

    /// <summary>Whether notifications leave out source code and the like.</summary>
    public bool? EnhancedPrivacy { get; init; }

    /// <summary>Whether data scrubbing is required for all projects.</summary>
    public bool? DataScrubber { get; init; }

    /// <summary>Whether the default scrubbers are required for all projects.</summary>
    public bool? DataScrubberDefaults { get; init; }

    /// <summary>Whether IP addresses of end users are not stored.</summary>
    public bool? ScrubIPAddresses { get; init; }

    /// <summary>Whether Sentry may fetch missing JavaScript sources.</summary>
    public bool? ScrapeJavaScript { get; init; }

    /// <summary>Whether members may delete events.</summary>
    public bool? EventsMemberAdmin { get; init; }

    /// <summary>Whether members may change alerts.</summary>
    public bool? AlertsMemberWrite { get; init; }

    /// <summary>The lowest role that may download attachments.</summary>
    public string? AttachmentsRole { get; init; }

    /// <summary>The lowest role that may download debug files.</summary>
    public string? DebugFilesRole { get; init; }

    /// <summary>Number of native crash reports that are stored per issue; -1 means unlimited.</summary>
    public int? StoreCrashReports { get; init; }

    /// <summary>Number of open requests to join teams.</summary>
    public int? PendingAccessRequests { get; init; }

    /// <summary>Whether AI features are hidden.</summary>
    public bool? HideAiFeatures { get; init; }

    /// <summary>Names of fields that are scrubbed in addition to the default ones; null if Sentry does not report them.</summary>
    public StringList? SensitiveFields { get; init; }

    /// <summary>Names of fields that are never scrubbed; null if Sentry does not report them.</summary>
    public StringList? SafeFields { get; init; }

    /// <summary>The same as <see cref="Slug"/>, so that an organization pipes into every cmdlet of this module.</summary>
    public string OrganizationSlug => Slug;

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug.</summary>
    public override string ToString() => Slug;

    /// <summary>The organization without the settings that Sentry's list of organizations does not contain.</summary>
    internal SentryOrganization WithoutSettings() => new()
    {
        Slug = Slug,
        Name = Name,
        Id = Id,
        Status = Status,
        DateCreated = DateCreated,
        Require2FA = Require2FA,
        IsEarlyAdopter = IsEarlyAdopter,
        HasAuthProvider = HasAuthProvider,
        AllowMemberInvite = AllowMemberInvite,
        AllowMemberProjectCreation = AllowMemberProjectCreation,
        AllowSuperuserAccess = AllowSuperuserAccess,
        RegionUrl = RegionUrl,
        OrganizationUrl = OrganizationUrl,
        FirstSeen = FirstSeen,
        LastUpdated = LastUpdated,
    };
}
