namespace SentryAudit.Api.Wire;

/// <summary>Somebody seen in events.</summary>
internal sealed class WireEndUser : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Hash ?? Id) ? "hash" : null;

    public string? Id { get; set; }

    public string? Identifier { get; set; }

    public string? Username { get; set; }

    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? IpAddress { get; set; }

    public string? Hash { get; set; }

    public DateTimeOffset? DateCreated { get; set; }
}
