namespace SentryAudit.Sandbox;

/// <summary>A project.</summary>
public sealed class SandboxProject
{
    public required long Id { get; init; }
    public required string Slug { get; set; }
    public required string Name { get; set; }

    /// <summary>Null or empty when nobody chose one: Sentry answers both.</summary>
    public string? Platform { get; set; }

    /// <summary><c>active</c>, or <c>pending_deletion</c> once somebody deleted it.</summary>
    public string Status { get; set; } = "active";

    /// <summary>Bookmarked by the caller; the sandbox knows only one.</summary>
    public bool IsBookmarked { get; set; }

    /// <summary>What else can be set for it.</summary>
    public SandboxSettings Settings { get; } = SandboxSettings.OfProject();

    public DateTimeOffset DateCreated { get; set; }

    /// <summary>Null until the first event arrives.</summary>
    public DateTimeOffset? FirstEvent { get; set; }

    /// <summary>How many different end users its events came from.</summary>
    public int EndUsers { get; set; }

    public bool FirstTransactionEvent { get; set; }
    public List<SandboxTeam> Teams { get; } = [];
    public List<string> Environments { get; } = [];
    public string? LatestRelease { get; set; }

    /// <summary>Whether the member is on one of its teams.</summary>
    public bool IsWorkedOnBy(SandboxMember member) => Teams.Exists(team => team.Memberships.Exists(place => place.Member == member));
}
