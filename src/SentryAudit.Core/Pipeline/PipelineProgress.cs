namespace SentryAudit.Pipeline;

/// <summary>One state of a progress display.</summary>
/// <param name="Activity">What is being done; the display's identity.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Completed">True for the last state, which removes the display.</param>
internal sealed record PipelineProgress(string Activity, string Status, bool Completed = false);
