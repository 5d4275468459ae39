using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a parameter that names a release.</summary>
public sealed class ReleaseCompleter : SentryCompleter
{
    /// <summary>Made by PowerShell.</summary>
    public ReleaseCompleter()
        : base(CompletionKind.Release)
    {
    }
}
