using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a role of an organization or of its teams.</summary>
public sealed class RoleCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public RoleCompleter()
        : base(CompletionKind.Role)
    {
    }
}
