using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using SentryAudit.SignIn;

namespace SentryAudit.Connecting;

/// <summary>Encrypts with Windows' own encryption (DPAPI), whose key only the account of the user has.</summary>
internal sealed class DpapiProtector : ISessionProtector
{
    private const int NoPrompt = 1;

    private delegate bool Transform(ref Blob input, nint description, nint entropy, nint reserved, nint prompt, int flags, out Blob output);

    public SentrySessionProtection Kind => SentrySessionProtection.Dpapi;

    public string? Vault => null;

    public string Protect(string name, string secret) => Convert.ToBase64String(Run(CryptProtectData, Encoding.UTF8.GetBytes(secret)));

    public string Unprotect(string name, string kept) => Encoding.UTF8.GetString(Run(CryptUnprotectData, Decode(kept)));

    public void Forget(string name)
    {
    }

    private static byte[] Run(Transform transform, byte[] data)
    {
        var pinned = GCHandle.Alloc(data, GCHandleType.Pinned);
        try
        {
            var input = new Blob { Size = data.Length, Data = pinned.AddrOfPinnedObject() };
            if (!transform(ref input, 0, 0, 0, 0, NoPrompt, out var output))
            {
                throw Fault(new Win32Exception(Marshal.GetLastPInvokeError()));
            }

            try
            {
                var result = new byte[output.Size];
                Marshal.Copy(output.Data, result, 0, output.Size);
                return result;
            }
            finally
            {
                Marshal.FreeHGlobal(output.Data);
            }
        }
        finally
        {
            Array.Clear(data);
            pinned.Free();
        }
    }

    private static byte[] Decode(string kept)
    {
        try
        {
            return Convert.FromBase64String(kept);
        }
        catch (FormatException fault)
        {
            throw Fault(fault);
        }
    }

    private static SentryException Fault(Exception inner) =>
        new(
            "SentrySessionUndecipherable",
            SentryErrorCategory.SecurityError,
            $"Windows could not encrypt or decrypt the kept session: {inner.Message.TrimEnd('.')}.",
            "Use the account that kept the session, or sign in again with Connect-Sentry -Persist.",
            inner);

    [DllImport("crypt32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool CryptProtectData(
        ref Blob input,
        nint description,
        nint entropy,
        nint reserved,
        nint prompt,
        int flags,
        out Blob output);

    [DllImport("crypt32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool CryptUnprotectData(
        ref Blob input,
        nint description,
        nint entropy,
        nint reserved,
        nint prompt,
        int flags,
        out Blob output);

    [StructLayout(LayoutKind.Sequential)]
    private struct Blob
    {
        public int Size;
        public nint Data;
    }
}
