using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names an invite request.</summary>
public sealed class InviteRequestCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public InviteRequestCompleter()
        : base(CompletionKind.InviteRequest)
    {
    }
}
