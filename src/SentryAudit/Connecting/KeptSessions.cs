using SentryAudit.SignIn;

namespace SentryAudit.Connecting;

/// <summary>The sessions that are kept on this machine, and how new ones are protected.</summary>
internal static class KeptSessions
{
    private const string FolderVariable = "SENTRY_SESSION_STORE";

    public static SessionStore Store => new(Folder, Protector);

    /// <summary>
    /// A vault where one is registered, else Windows' encryption, else a file that only its owner can read. The caller
    /// warns about the last.
    /// </summary>
    /// <exception cref="SentryException">Several vaults are registered and none is the default.</exception>
    public static ISessionProtector ChooseProtector() =>
        SecretVault.FindName() is { } vault ? new VaultProtector(vault)
        : OperatingSystem.IsWindows() ? new DpapiProtector()
        : new OwnerOnlyProtector();

    private static string Folder =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
            ? folder
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "SentryAudit",
                "sessions");

    private static ISessionProtector Protector(SentrySessionProtection kind, string? vault) =>
        kind switch
        {
            SentrySessionProtection.Vault when vault is not null => new VaultProtector(vault),
            SentrySessionProtection.Dpapi when OperatingSystem.IsWindows() => new DpapiProtector(),
            SentrySessionProtection.OwnerOnlyFile => new OwnerOnlyProtector(),
            _ => throw new SentryException(
                "SentrySessionUnusable",
                SentryErrorCategory.InvalidData,
                $"The kept session can't be read, because its protection ({kind}) is not available on this machine.",
                "Sign in again with Connect-Sentry -Persist."),
        };
}
