using System.Management.Automation;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.SignIn;
using SentryAudit.Text;

namespace SentryAudit.Commands.Connection;

/// <summary>Removes sign-ins from this machine. At Sentry they stay valid until they are revoked there.</summary>
[Cmdlet(VerbsCommon.Remove, "SentrySession", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveSentrySessionCommand : SentryCmdlet
{
    /// <summary>E-mail address of the account.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Account { get; set; }

    /// <summary>Address of the Sentry; without it any.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("BaseUri")]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var account in Account!)
        {
            try
            {
                Remove(KeptSessions.Store, account, Uri is null ? null : SentryAddress.Normalize(Uri, allowInsecure: true));
            }
            catch (SentryException fault)
            {
                Pipeline.Error(fault, account);
            }
        }

        return Task.CompletedTask;
    }

    private void Remove(SessionStore store, string account, Uri? address)
    {
        var pattern = new WildcardExpression(account);
        SentrySession[] found = [.. store.List().Where(session => (address is null || session.BaseUri == address) && (pattern.IsMatch(session.Account) || session.Account == account))];
        if (found.Length == 0 && !WildcardExpression.IsWildcard(account))
        {
            throw SessionChoice.NotFound(account);
        }

        foreach (var session in found.Where(session => Pipeline.ShouldProcess(session.ToString(), "Remove the kept session")))
        {
            store.Remove(session);
        }
    }
}
