using SentryAudit.Common.Files;

namespace SentryAudit.SignIn;

/// <summary>A lock between processes: whoever has a file beside the session's own open, nobody else opens it. It ends with its process at the latest.</summary>
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
                // Somebody else has it.
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new SentryException(
                    "SentrySessionLocked",
                    SentryErrorCategory.ResourceUnavailable,
                    $"{PathOf(path)} could not be locked: {fault.Message.TrimEnd('.')}.",
                    "Another process is renewing the session, or the folder can't be written to.",
                    fault);
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // EWOULDBLOCK of Linux and of macOS, and what Windows calls a sharing or a lock violation. Waiting mends nothing else.
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
