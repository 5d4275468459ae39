using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a client key.</summary>
public sealed class ProjectKeyCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public ProjectKeyCompleter()
        : base(CompletionKind.ProjectKey)
    {
    }
}
