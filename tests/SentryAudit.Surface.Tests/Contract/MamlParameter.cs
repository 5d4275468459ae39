namespace SentryAudit.Surface.Tests.Contract;

/// <summary>A parameter as help describes it.</summary>
internal sealed record MamlParameter(
    string Name,
    string Description,
    string Type,
    bool Required,
    int? Position,
    bool Globbing,
    string PipelineInput)
{
    /// <summary>Whether it takes pipeline input in this way, for example "ByValue".</summary>
    public bool Takes(string way) => PipelineInput.Contains(way, StringComparison.OrdinalIgnoreCase);
}
