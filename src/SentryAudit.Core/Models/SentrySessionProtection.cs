namespace SentryAudit;

/// <summary>How the tokens of a kept session are protected.</summary>
public enum SentrySessionProtection
{
    /// <summary>In a way that this version does not know.</summary>
    Unknown,

    /// <summary>By a vault of Microsoft.PowerShell.SecretManagement.</summary>
    Vault,

    /// <summary>Encrypted by Windows for the user (DPAPI).</summary>
    Dpapi,

    /// <summary>Only by the permissions of the file: nobody but its owner can read it, and it is not encrypted.</summary>
    OwnerOnlyFile,
}
