namespace SentryAudit.Api.Wire;

/// <summary>An item of a list of which only the name is needed.</summary>
internal sealed class WireName : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Name { get; set; }
}
