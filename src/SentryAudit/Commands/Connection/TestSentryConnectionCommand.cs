using System.Management.Automation;
using SentryAudit.Connecting;

namespace SentryAudit.Commands.Connection;

/// <summary>Tells whether the session's connection works now: true or false, and why not as a verbose message.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SentryConnection")]
[OutputType(typeof(bool))]
public sealed class TestSentryConnectionCommand : SentryCmdlet
{
    /// <summary>The connection to test instead of the session's own.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public SentryConnection? Connection { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var connection = Connection ?? SessionConnection.Current;
        if (connection is null)
        {
            Pipeline.Verbose("There is no connection: run Connect-Sentry first.");
            Pipeline.Write(value: false);
            return;
        }

        var fault = await new Api.SentryClient(connection, Observer).ProbeAsync(cancellationToken);
        if (fault is not null)
        {
            Pipeline.Verbose(fault.Message);
        }

        Pipeline.Write(fault is null);
    }
}
