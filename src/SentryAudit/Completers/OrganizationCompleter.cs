using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names an organization.</summary>
public sealed class OrganizationCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public OrganizationCompleter()
        : base(CompletionKind.Organization)
    {
    }
}
