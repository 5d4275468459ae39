using System.Management.Automation;
using SentryAudit.Common.Text;

namespace SentryAudit.Connecting;

/// <summary>
/// Keeps secrets with Microsoft.PowerShell.SecretManagement, where it is installed. Its cmdlets run in a runspace of their
/// own, because tokens are renewed on threads that can't use the session's runspace.
/// </summary>
internal static class SecretVault
{
    public const string Module = "Microsoft.PowerShell.SecretManagement";

    /// <summary>Name of the default vault, or of the only one; null when no vault is registered or the module is not installed.</summary>
    /// <exception cref="SentryException">Several vaults are registered, and none is the default.</exception>
    public static string? FindName()
    {
        using var shell = PowerShell.Create(RunspaceMode.NewRunspace);
        if (shell is null || !HasModule(shell))
        {
            return null;
        }

        var vaults = Invoke(shell, "Get-SecretVault");
        var chosen = vaults.FirstOrDefault(vault => vault.Properties["IsDefault"]?.Value is true) ?? (vaults is [var only] ? only : null);
        return chosen?.Properties["Name"]?.Value as string
            ?? (
                vaults.Length == 0
                    ? null
                    : throw new SentryException(
                        "AmbiguousSecretVault",
                        SentryErrorCategory.InvalidArgument,
                        "The session can't be kept, because several secret vaults are registered and none is the default.",
                        "Choose the default vault with Set-SecretVaultDefault."));
    }

    public static void Set(string vault, string name, string secret) =>
        Run(vault, "Set-Secret", ("Name", name), ("Secret", KeyText.Secure(secret)), ("Vault", vault));

    public static string Get(string vault, string name) =>
        Run(vault, "Get-Secret", ("Name", name), ("Vault", vault), ("AsPlainText", true)).FirstOrDefault()?.BaseObject as string
        ?? throw Fault(vault, "it does not have the session", null);

    public static void Remove(string vault, string name) => Run(vault, "Remove-Secret", ("Name", name), ("Vault", vault));

    private static PSObject[] Run(string vault, string cmdlet, params (string Name, object Value)[] parameters)
    {
        using var shell = PowerShell.Create(RunspaceMode.NewRunspace);
        return HasModule(shell) ? Invoke(shell, cmdlet, parameters) : throw Fault(vault, $"the module {Module} is not installed", null);
    }

    private static bool HasModule(PowerShell shell)
    {
        shell
            .AddCommand("Import-Module")
            .AddParameter("Name", Module)
            .AddParameter("ErrorAction", ActionPreference.Ignore)
            .AddParameter("PassThru");
        try
        {
            return shell.Invoke().Count > 0;
        }
        catch (RuntimeException)
        {
            return false;
        }
        finally
        {
            shell.Commands.Clear();
            shell.Streams.ClearStreams();
        }
    }

    // With the name of the module, because other modules have a Get-Secret too.
    private static PSObject[] Invoke(PowerShell shell, string cmdlet, params (string Name, object Value)[] parameters)
    {
        shell.AddCommand($@"{Module}\{cmdlet}").AddParameter("ErrorAction", ActionPreference.Stop);
        foreach (var (name, value) in parameters)
        {
            shell.AddParameter(name, value);
        }

        try
        {
            return [.. shell.Invoke()];
        }
        catch (RuntimeException fault)
        {
            throw Fault(
                parameters.FirstOrDefault(parameter => parameter.Name == "Vault").Value as string ?? "SecretManagement",
                fault.Message.TrimEnd('.'),
                fault);
        }
    }

    private static SentryException Fault(string vault, string reason, Exception? inner) =>
        new(
            "SecretVaultFailed",
            SentryErrorCategory.ResourceUnavailable,
            $"The secret vault '{vault}' could not be used: {reason}.",
            "Check the vault with Get-SecretVault, unlock it with Unlock-SecretVault, and try again.",
            inner);
}
