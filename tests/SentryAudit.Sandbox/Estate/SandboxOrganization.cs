namespace SentryAudit.Sandbox;

/// <summary>An organization and all it owns. Lists are in the order Sentry answers them, unless said otherwise.</summary>
public sealed class SandboxOrganization
{
    public required string Id { get; init; }
    public required string Slug { get; set; }
    public required string Name { get; set; }

    /// <summary>Name of the region that holds it: <c>us</c> or <c>de</c>.</summary>
    public required string Region { get; init; }

    public DateTimeOffset DateCreated { get; set; }
    public string Status { get; set; } = "active";
    public bool Require2Fa { get; set; }
    public bool IsEarlyAdopter { get; set; }
    public bool HasAuthProvider { get; set; }
    public string DefaultRole { get; set; } = "member";

    /// <summary>What else can be set for all of it.</summary>
    public SandboxSettings Settings { get; } = SandboxSettings.OfOrganization();

    public List<SandboxMember> Members { get; } = [];
    public List<SandboxTeam> Teams { get; } = [];
    public List<SandboxProject> Projects { get; } = [];

    /// <summary>Projects by the slugs they had before: Sentry redirects requests for those.</summary>
    public Dictionary<string, SandboxProject> MovedProjects { get; } = new(StringComparer.Ordinal);

    /// <summary>Newest first. Date cursors rely on that order.</summary>
    public List<SandboxRelease> Releases { get; } = [];

    public List<SandboxWorkflow> Workflows { get; } = [];
    public List<SandboxDetector> Detectors { get; } = [];

    /// <summary>Issue alert rules as the retired endpoints show them.</summary>
    public List<SandboxIssueRule> IssueRules { get; } = [];

    /// <summary>Metric alert rules as the retired endpoints show them.</summary>
    public List<SandboxMetricRule> MetricRules { get; } = [];

    /// <summary>Last seen first. Made when they are first looked at, and kept, so that tests can change them.</summary>
    public IReadOnlyList<SandboxIssue> Issues { get; internal set; } = [];

    /// <summary>What users sent through the older form, newest first.</summary>
    public List<SandboxUserReport> UserReports { get; } = [];

    public List<SandboxCronMonitor> CronMonitors { get; } = [];
    public List<SandboxRepository> Repositories { get; } = [];
    public List<SandboxProjectKey> ProjectKeys { get; } = [];
    public List<string> Environments { get; } = [];

    /// <summary>The ids of roles that the organization made itself.</summary>
    public List<string> CustomRoles { get; } = [];

    /// <summary>Environments somebody hid, of every project.</summary>
    public List<string> HiddenEnvironments { get; } = [];

    public List<SandboxIntegration> Integrations { get; } = [];
    public List<SandboxApp> Apps { get; } = [];

    /// <summary>People who asked, or were proposed, to become members. They are not in the member list.</summary>
    public List<SandboxMember> InviteRequests { get; } = [];

    public List<SandboxAccessRequest> AccessRequests { get; } = [];

    /// <summary>Null when people sign in with a password.</summary>
    public SandboxAuthProvider? AuthProvider { get; set; }

    /// <summary>Newest first. Date cursors rely on that order.</summary>
    public List<SandboxAuditEntry> AuditLog { get; } = [];

    internal SandboxMember? MemberOf(SandboxUser? user) =>
        user is null ? null : Members.Find(member => member.User?.Id == user.Id);
}
