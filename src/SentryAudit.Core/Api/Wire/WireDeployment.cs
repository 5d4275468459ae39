namespace SentryAudit.Api.Wire;

/// <summary>A deploy in the list of its release.</summary>
internal sealed class WireDeployment : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Environment { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }

    public DateTimeOffset? DateStarted { get; set; }

    public DateTimeOffset? DateFinished { get; set; }
}
