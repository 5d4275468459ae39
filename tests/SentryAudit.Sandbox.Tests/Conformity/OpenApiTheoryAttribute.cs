namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>A theory that needs Sentry's OpenAPI document. Without one it is reported as skipped, never as passed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenApiTheoryAttribute : TheoryAttribute
{
    public OpenApiTheoryAttribute()
    {
        var path = OpenApiDocument.Path;
        if (string.IsNullOrEmpty(path))
        {
            Skip = $"{OpenApiDocument.Variable} does not name Sentry's OpenAPI document, so conformity was not checked.";
        }
        else if (!File.Exists(path))
        {
            Skip = $"{OpenApiDocument.Variable} names '{path}', which does not exist, so conformity was not checked.";
        }
    }
}
