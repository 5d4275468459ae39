using SentryAudit.SignIn;

namespace SentryAudit.Connecting;

/// <summary>The sessions kept on this machine, and how new ones are protected here.</summary>
internal static class KeptSessions
{
    private const string FolderVariable = "SENTRY_SESSION_STORE";

    public static SessionStore Store => new(Folder, Protector);

    /// <summary>A vault where one is registered, else Windows' encryption, else a file that only its owner can read: the caller says so aloud.</summary>
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
                $"A kept session is protected in a way that is not available here ({kind}).",
                "Sign in again with -Persist."),
        };
}
