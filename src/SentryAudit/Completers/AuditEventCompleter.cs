using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes the name of an event of the audit log from those that the connected Sentry knows.</summary>
public sealed class AuditEventCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public AuditEventCompleter()
        : base(CompletionKind.AuditEvent)
    {
    }
}
