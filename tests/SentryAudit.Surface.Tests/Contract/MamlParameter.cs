namespace SentryAudit.Surface.Tests.Contract;

/// <summary>A parameter as help describes it.</summary>
internal sealed record MamlParameter(
    string Name,
    string Description,
    string Type,
    bool Required,
    int? Position,
    bool Globbing,
    string PipelineInput);
