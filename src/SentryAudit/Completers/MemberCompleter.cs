using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a member.</summary>
public sealed class MemberCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public MemberCompleter()
        : base(CompletionKind.Member)
    {
    }
}
