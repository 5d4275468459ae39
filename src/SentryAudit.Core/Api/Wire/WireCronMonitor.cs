namespace SentryAudit.Api.Wire;

internal sealed class WireCronMonitor
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public WireReference? Project { get; init; }

    public WireReference? Owner { get; init; }
}
