using System.Diagnostics;

namespace SentryAudit.Benchmarks;

/// <summary>A sandbox in a process of its own, so that what it allocates and computes is not counted.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri address, string token) => (_process, Address, Token) = (process, address, token);

    public Uri Address { get; }

    public string Token { get; }

    public static async Task<SandboxProcess> StartAsync(params string[] options)
    {
        var process = OwnProcess.Start(Path.Combine(AppContext.BaseDirectory, "SentryAudit.Sandbox.dll"), ["serve", .. options]);
        try
        {
            return new SandboxProcess(
                process,
                new Uri(await ReadAsync(process, "SENTRY_URL=")),
                await ReadAsync(process, "SENTRY_AUTH_TOKEN="));
        }
        catch
        {
            OwnProcess.End(process);
            throw;
        }
    }

    public void Dispose() => OwnProcess.End(_process);

    private static async Task<string> ReadAsync(Process process, string name)
    {
        var line = await process.StandardOutput.ReadLineAsync();
        return line is not null && line.StartsWith(name, StringComparison.Ordinal)
            ? line[name.Length..]
            : throw new InvalidOperationException($"The sandbox did not say {name} but: {line ?? "nothing"}");
    }
}
