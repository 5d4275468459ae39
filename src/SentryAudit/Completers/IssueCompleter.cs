using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names an issue.</summary>
public sealed class IssueCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public IssueCompleter()
        : base(CompletionKind.Issue)
    {
    }
}
