namespace SentryAudit.Api.Wire;

internal sealed class WireUser
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Username { get; init; }

    public bool? IsActive { get; init; }

    public bool? IsSuspended { get; init; }

    public bool? Has2fa { get; init; }

    public bool? HasPasswordAuth { get; init; }

    public DateTimeOffset? DateJoined { get; init; }

    public DateTimeOffset? LastLogin { get; init; }

    public DateTimeOffset? LastActive { get; init; }
}
