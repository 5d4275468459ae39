namespace SentryAudit.Api.Wire;

internal sealed class WireUser
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Username { get; set; }

    public bool? IsActive { get; set; }

    public bool? IsSuspended { get; set; }

    public bool? Has2fa { get; set; }

    public bool? HasPasswordAuth { get; set; }

    public DateTimeOffset? DateJoined { get; set; }

    public DateTimeOffset? LastLogin { get; set; }

    public DateTimeOffset? LastActive { get; set; }
}
