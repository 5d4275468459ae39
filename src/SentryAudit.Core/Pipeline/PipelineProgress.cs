namespace SentryAudit.Pipeline;

/// <summary>A state of a progress display.</summary>
/// <param name="Activity">What is being done. It identifies the display.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Completed">Whether it is the last state, which removes the display.</param>
internal sealed record PipelineProgress(string Activity, string Status, bool Completed = false);
