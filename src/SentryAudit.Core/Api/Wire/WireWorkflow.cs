namespace SentryAudit.Api.Wire;

internal sealed class WireWorkflow
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? CreatedBy { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public bool? Enabled { get; init; }

    public string? Environment { get; init; }

    public WireConfig? Config { get; init; }

    public string? Owner { get; init; }

    public string[]? DetectorIds { get; init; }

    public DateTimeOffset? LastTriggered { get; init; }

    public WireConditions? Triggers { get; init; }

    public WireConditions[]? ActionFilters { get; init; }

    internal sealed class WireConfig
    {
        /// <summary>Minutes.</summary>
        public int? Frequency { get; init; }
    }

    internal sealed class WireConditions
    {
        public string? LogicType { get; init; }

        public WireAction[]? Actions { get; init; }
    }
}
