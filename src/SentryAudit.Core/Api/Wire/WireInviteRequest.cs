namespace SentryAudit.Api.Wire;

/// <summary>A request for membership: a member that is not one yet.</summary>
internal sealed class WireInviteRequest : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Email { get; set; }

    public string? OrgRole { get; set; }

    /// <summary>The name of <see cref="OrgRole"/> before Sentry renamed it.</summary>
    public string? Role { get; set; }

    public string? InviteStatus { get; set; }

    public string? InviterName { get; set; }

    public string[]? Teams { get; set; }

    public DateTimeOffset? DateCreated { get; set; }
}
