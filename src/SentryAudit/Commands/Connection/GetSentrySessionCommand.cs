using System.Management.Automation;
using SentryAudit.Connecting;
using SentryAudit.Text;

namespace SentryAudit.Commands.Connection;

/// <summary>Gets the sign-ins kept on this machine, without their tokens.</summary>
[Cmdlet(VerbsCommon.Get, "SentrySession")]
[OutputType(typeof(SentrySession))]
public sealed class GetSentrySessionCommand : SentryCmdlet
{
    /// <summary>E-mail addresses of accounts; without it all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Account { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var store = KeptSessions.Store;
        var patterns = (Account ?? ["*"]).Select(account => new WildcardExpression(account)).ToArray();
        foreach (var path in store.Paths())
        {
            try
            {
                if (store.Find(path) is { } session && patterns.Any(pattern => pattern.IsMatch(session.Account)))
                {
                    Pipeline.Write(session);
                }
            }
            catch (SentryException fault)
            {
                Pipeline.Error(fault, path);
            }
        }

        return Task.CompletedTask;
    }
}
