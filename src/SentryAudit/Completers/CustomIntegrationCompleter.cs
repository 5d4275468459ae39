using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a custom integration.</summary>
public sealed class CustomIntegrationCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public CustomIntegrationCompleter()
        : base(CompletionKind.CustomIntegration)
    {
    }
}
