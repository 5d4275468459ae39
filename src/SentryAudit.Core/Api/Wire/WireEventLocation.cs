namespace SentryAudit.Api.Wire;

/// <summary>Where an event is that is known by its id alone.</summary>
internal sealed class WireEventLocation
{
    public string? ProjectSlug { get; set; }
}
