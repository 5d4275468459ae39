using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Connecting;

namespace SentryAudit.Commands.Connection;

/// <summary>Gets the session's connection; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "SentryConnection")]
[OutputType(typeof(SentryConnection))]
public sealed class GetSentryConnectionCommand : SentryCmdlet
{
    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (SessionConnection.Current is { } connection)
        {
            Pipeline.Write(connection);
        }

        return Task.CompletedTask;
    }
}
