using SentryAudit.Common.Files;

namespace SentryAudit.SignIn;

/// <summary>
/// A lock between processes: a file next to the session's own that only one process can open at a time. It ends when its process ends.
/// </summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string PathOf(string path) => path + ".lock";

    public static async Task<FileStream> AcquireAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
                return OwnerOnly.Open(PathOf(path));
            }
            catch (IOException fault) when (IsHeld(fault) && clock.GetElapsedTime(start) < Patience)
            {
                // Another process has the lock.
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new SentryException(
                    "SentrySessionLocked",
                    SentryErrorCategory.ResourceUnavailable,
                    $"{PathOf(path)} could not be locked: {fault.Message.TrimEnd('.')}.",
                    "Wait until no other process renews the session, and check that you are allowed to write to the folder.",
                    fault);
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // EWOULDBLOCK of Linux and of macOS, and the sharing and lock violations of Windows. For other errors it would not help to wait.
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
