namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>A test that needs a real browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() =>
        Skip = Chromium.Program is null ? "Not run: there is no chromium on PATH (Debian: apt-get install chromium)." : null;
}
