using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names an event of the audit log.</summary>
public sealed class AuditEventCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public AuditEventCompleter()
        : base(CompletionKind.AuditEvent)
    {
    }
}
