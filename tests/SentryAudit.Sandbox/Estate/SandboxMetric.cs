namespace SentryAudit.Sandbox;

/// <summary>A metric and the threshold above which it is critical. The window is in seconds.</summary>
public sealed record SandboxMetric(string Aggregate, string Query, string Dataset, int TimeWindow, string? Environment, double Threshold);
