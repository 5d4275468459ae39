using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Text;
using SentryAudit.Connecting;
using SentryAudit.SignIn;

namespace SentryAudit.Commands.Connection;

/// <summary>Gets the sign-ins kept on this machine, without their tokens.</summary>
[Cmdlet(VerbsCommon.Get, "SentrySession")]
[OutputType(typeof(SentrySession))]
public sealed class GetSentrySessionCommand : SentryCmdlet
{
    /// <summary>E-mail addresses of accounts; without it, all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Account { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var store = KeptSessions.Store;
        var accounts = Account ?? ["*"];
        var patterns = Array.ConvertAll(accounts, account => new WildcardExpression(account));
        var missing = accounts.Where(account => !WildcardExpression.IsWildcard(account)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isWhole = true;
        foreach (var path in store.Paths())
        {
            if (TryFind(store, path, ref isWhole) is { } session && patterns.Any(pattern => pattern.IsMatch(session.Account)))
            {
                missing.Remove(session.Account);
                Pipeline.Write(session);
            }
        }

        // A session that can't be read may be the one that was asked for.
        foreach (var account in isWhole ? missing : [])
        {
            Pipeline.Error(SessionChoice.NotFound(account), account);
        }

        return Task.CompletedTask;
    }

    private SentrySession? TryFind(SessionStore store, string path, ref bool isWhole)
    {
        try
        {
            return store.Find(path);
        }
        catch (SentryException fault)
        {
            isWhole = false;
            Pipeline.Error(fault, path);
            return null;
        }
    }
}
