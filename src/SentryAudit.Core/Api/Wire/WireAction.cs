namespace SentryAudit.Api.Wire;

/// <summary>An action of a workflow, or of a legacy rule, which has a finished sentence in <see cref="Name"/>.</summary>
internal sealed class WireAction
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? Name { get; init; }

    public WireTarget? Config { get; init; }

    internal sealed class WireTarget
    {
        public string? TargetType { get; init; }

        public string? TargetIdentifier { get; init; }

        public string? TargetDisplay { get; init; }
    }
}
