using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Text;
using SentryAudit.Connecting;
using SentryAudit.SignIn;

namespace SentryAudit.Commands.Connection;

/// <summary>Removes kept sign-ins from this machine. Their tokens stay valid until they are revoked in Sentry.</summary>
[Cmdlet(VerbsCommon.Remove, "SentrySession", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveSentrySessionCommand : SentryCmdlet
{
    // What the pipeline says of a session is data, and no pattern.
    private bool _isGiven;

    /// <summary>E-mail address of the account.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Account { get; set; }

    /// <summary>Address of the Sentry; without it, any.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("BaseUri")]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    private protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _isGiven = MyInvocation?.BoundParameters?.ContainsKey(nameof(Account)) is not false;
        return base.BeginAsync(cancellationToken);
    }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var account in Account!)
        {
            try
            {
                await RemoveAsync(
                    KeptSessions.Store,
                    account,
                    Uri is null ? null : SentryAddress.Normalize(Uri, allowInsecure: true),
                    cancellationToken);
            }
            catch (SentryException fault)
            {
                Pipeline.Error(fault, account);
            }
        }
    }

    private async Task RemoveAsync(SessionStore store, string account, Uri? address, CancellationToken cancellationToken)
    {
        var isPattern = _isGiven && WildcardExpression.IsWildcard(account);
        var pattern = isPattern ? new WildcardExpression(account) : null;
        var isFound = isPattern;
        foreach (var path in store.Paths())
        {
            isFound |= await TryRemoveAsync(store, path, IsChosen, cancellationToken);
        }

        if (!isFound)
        {
            throw SessionChoice.NotFound(account);
        }

        bool IsChosen(SentrySession session) =>
            (address is null || session.BaseUri == address)
            && (pattern?.IsMatch(session.Account) is true || string.Equals(session.Account, account, StringComparison.OrdinalIgnoreCase));
    }

    /// <returns>Whether the file has a chosen session, or may have one because it can't be read.</returns>
    private async Task<bool> TryRemoveAsync(
        SessionStore store,
        string path,
        Func<SentrySession, bool> isChosen,
        CancellationToken cancellationToken)
    {
        // A file that can't be read or removed does not stop the others.
        try
        {
            if (store.Find(path) is not { } session || !isChosen(session))
            {
                return false;
            }

            if (Pipeline.ShouldProcess(session.ToString(), "Remove the kept session"))
            {
                await store.RemoveAsync(session, Clock, cancellationToken);
            }
        }
        catch (SentryException fault)
        {
            Pipeline.Error(fault, path);
        }

        return true;
    }
}
