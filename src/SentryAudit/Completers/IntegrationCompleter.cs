using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names an integration.</summary>
public sealed class IntegrationCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public IntegrationCompleter()
        : base(CompletionKind.Integration)
    {
    }
}
