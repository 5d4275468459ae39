namespace SentryAudit.Api.Wire;

internal sealed class WireWorkflow : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public bool? Enabled { get; set; }

    public string? Environment { get; set; }

    public WireConfig? Config { get; set; }

    public string? Owner { get; set; }

    public string[]? DetectorIds { get; set; }

    public DateTimeOffset? LastTriggered { get; set; }

    public WireConditions? Triggers { get; set; }

    public WireConditions[]? ActionFilters { get; set; }

    internal sealed class WireConfig
    {
        /// <summary>Minutes.</summary>
        public int? Frequency { get; set; }
    }

    internal sealed class WireConditions
    {
        public string? LogicType { get; set; }

        public WireAction[]? Actions { get; set; }
    }
}
