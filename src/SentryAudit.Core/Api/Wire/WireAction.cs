namespace SentryAudit.Api.Wire;

/// <summary>An action of a workflow, or of a legacy rule, which has a finished sentence in <see cref="Name"/>.</summary>
internal sealed class WireAction
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? Name { get; set; }

    public WireTarget? Config { get; set; }

    /// <summary>Whom an action of a legacy rule tells: its sentence leaves that out.</summary>
    public string? TargetType { get; set; }

    public string? TargetIdentifier { get; set; }

    internal sealed class WireTarget
    {
        public string? TargetType { get; set; }

        public string? TargetIdentifier { get; set; }

        public string? TargetDisplay { get; set; }
    }
}
