using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a team.</summary>
public sealed class TeamCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public TeamCompleter()
        : base(CompletionKind.Team)
    {
    }
}
