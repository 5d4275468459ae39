using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a project.</summary>
public sealed class ProjectCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public ProjectCompleter()
        : base(CompletionKind.Project)
    {
    }
}
