using System.Management.Automation;
using SentryAudit.Api;
using SentryAudit.Cmdlets;
using SentryAudit.Connecting;

namespace SentryAudit.Commands.Connection;

/// <summary>
/// Tests whether the session's connection works, or else the one that its environment would make. The result is true or
/// false; a verbose message says why it does not work.
/// </summary>
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
        var fault = await FindFaultAsync(cancellationToken);
        if (fault is not null)
        {
            Pipeline.Verbose($"{fault.Message} {fault.RecommendedAction}");
        }

        Pipeline.Write(fault is null);
    }

    private async Task<SentryException?> FindFaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = Connection
                ?? await EnvironmentConnection.FindAsync(SessionState, Pipeline.Verbose, Observer, Clock, cancellationToken);
            return connection.Stored is { } stored
                ? stored.FindFault()
                : await new SentryApi(connection.Site, Observer).Organizations.ProbeAsync(cancellationToken);
        }
        catch (SentryException fault)
        {
            return fault;
        }
    }
}
