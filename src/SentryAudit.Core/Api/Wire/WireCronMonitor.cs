namespace SentryAudit.Api.Wire;

internal sealed class WireCronMonitor
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public WireReference? Project { get; set; }

    public WireReference? Owner { get; set; }
}
