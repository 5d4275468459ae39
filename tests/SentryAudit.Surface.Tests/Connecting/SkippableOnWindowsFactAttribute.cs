namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>A test that moves the home folder, which only HOME can do.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkippableOnWindowsFactAttribute : FactAttribute
{
    public SkippableOnWindowsFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "Windows takes the home folder from the account, not from HOME." : null;
}
