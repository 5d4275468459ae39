using System.ComponentModel;
using System.Diagnostics;

namespace SentryAudit.Connecting;

/// <summary>The user's browser.</summary>
internal static class WebBrowser
{
    /// <summary>Opens a page where there is a browser; false where there is none, as on a server.</summary>
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

    // What a browser says on starting belongs on no terminal of ours.
    private static ProcessStartInfo? Opener(string address) =>
        OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
        : OperatingSystem.IsMacOS() ? new ProcessStartInfo("open", [address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true }
        : HasDesktop ? new ProcessStartInfo("xdg-open", [address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true }
        : null;

    private static bool HasDesktop => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
}
