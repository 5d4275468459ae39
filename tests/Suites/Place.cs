using SentryAudit.Tests;

namespace SentryAudit.Suites;

/// <summary>Where things are in the repository.</summary>
internal static class Place
{
    /// <summary>The configuration of this program, and of what it tests.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The folder for results.</summary>
    public static string Results { get; } = Of("artifacts", "results");

    public static string Of(params ReadOnlySpan<string> parts) => Path.Combine([PinnedPowerShell.Folder, .. parts]);
}
