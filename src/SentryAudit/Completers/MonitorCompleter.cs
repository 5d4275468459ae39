using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a monitor.</summary>
public sealed class MonitorCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public MonitorCompleter()
        : base(CompletionKind.Monitor)
    {
    }
}
