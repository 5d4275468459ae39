using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names an alert rule.</summary>
public sealed class AlertRuleCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public AlertRuleCompleter()
        : base(CompletionKind.AlertRule)
    {
    }
}
