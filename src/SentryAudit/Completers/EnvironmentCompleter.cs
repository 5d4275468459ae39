using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names an environment.</summary>
public sealed class EnvironmentCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public EnvironmentCompleter()
        : base(CompletionKind.Environment)
    {
    }
}
