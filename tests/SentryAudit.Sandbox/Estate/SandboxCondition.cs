namespace SentryAudit.Sandbox;

/// <summary>A condition. The comparison is JSON: a boolean, a number or an object, depending on the type.</summary>
public sealed record SandboxCondition(string Id, string Type, string ComparisonJson, string ResultJson = "true");
