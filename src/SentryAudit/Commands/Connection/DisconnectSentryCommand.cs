using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Connecting;

namespace SentryAudit.Commands.Connection;

/// <summary>Forgets the session's connection and its token.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Sentry")]
[OutputType(typeof(void))]
public sealed class DisconnectSentryCommand : SentryCmdlet
{
    /// <summary>The connection to end instead of the session's own.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public SentryConnection? Connection { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var ended = Connection ?? SessionConnection.Current;
        ended?.Transport.Dispose();
        if (ReferenceEquals(ended, SessionConnection.Current))
        {
            SessionConnection.Current = null;
        }

        return Task.CompletedTask;
    }
}
