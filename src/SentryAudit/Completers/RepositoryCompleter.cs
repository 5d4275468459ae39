using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a repository.</summary>
public sealed class RepositoryCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public RepositoryCompleter()
        : base(CompletionKind.Repository)
    {
    }
}
