using System.ComponentModel;
using System.Diagnostics;

namespace SentryAudit.Connecting;

/// <summary>Opens the user's browser.</summary>
internal static class WebBrowser
{
    /// <summary>Opens a page; false where there is no browser, for example on a server.</summary>
    public static bool TryOpen(Uri address)
    {
        if (address.Scheme is not ("https" or "http") || Opener(address.AbsoluteUri) is not { } start)
        {
            return false;
        }

        try
        {
            using var process = Process.Start(start);
            return true;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static ProcessStartInfo? Opener(string address) =>
        OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
        : OperatingSystem.IsMacOS() ? new ProcessStartInfo("open", [address])
        : HasDesktop && IsInstalled("xdg-open") ? Silent("xdg-open", address)
        : null;

    // A browser writes messages to its terminal for as long as it runs. The shell sends them to /dev/null, not to the user's terminal.
    private static ProcessStartInfo Silent(string program, string address) =>
        new("/bin/sh", ["-c", $"exec {program} \"$0\" > /dev/null 2>&1", address]);

    private static bool HasDesktop =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
