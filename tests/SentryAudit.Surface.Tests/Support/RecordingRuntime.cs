using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>The runtime of a cmdlet that runs without an engine: keeps what the cmdlet does.</summary>
internal sealed class RecordingRuntime(RecordingPipeline pipeline) : ICommandRuntime2
{
    public PSHost? Host => null;

    public PSTransactionContext? CurrentPSTransaction => null;

    public void WriteObject(object? sendToPipeline)
    {
        pipeline.Output.Add(sendToPipeline!);
        pipeline.OnWrite?.Invoke(sendToPipeline!);
    }

    public void WriteError(ErrorRecord errorRecord) => pipeline.Keep(errorRecord);

    [DoesNotReturn]
    public void ThrowTerminatingError(ErrorRecord errorRecord)
    {
        pipeline.Terminated = ((SentryException)errorRecord.Exception, errorRecord.TargetObject);
        throw new PipelineTerminatedException(errorRecord.Exception);
    }

    public void WriteWarning(string text) => pipeline.Warnings.Add(text);

    public void WriteVerbose(string text) => pipeline.VerboseLines.Add(text);

    public void WriteInformation(InformationRecord informationRecord) => pipeline.Keep(informationRecord.MessageData);

    public void WriteProgress(ProgressRecord progressRecord) => pipeline.Keep(progressRecord);

    // No cmdlet that signs in asks anything, and none of the module calls the others.
    public bool ShouldProcess(string? target, string? action) => throw new NotSupportedException();

    public bool ShouldContinue(string? query, string? caption) => throw new NotSupportedException();

    public void WriteObject(object? sendToPipeline, bool enumerateCollection) => throw new NotSupportedException();

    public void WriteDebug(string text) => throw new NotSupportedException();

    public void WriteProgress(long sourceId, ProgressRecord progressRecord) => throw new NotSupportedException();

    public void WriteCommandDetail(string text) => throw new NotSupportedException();

    public bool ShouldProcess(string? target) => throw new NotSupportedException();

    public bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption) => throw new NotSupportedException();

    public bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption, out ShouldProcessReason reason) =>
        throw new NotSupportedException();

    public bool ShouldContinue(string? query, string? caption, ref bool yesToAll, ref bool noToAll) => throw new NotSupportedException();

    public bool ShouldContinue(string? query, string? caption, bool hasSecurityImpact, ref bool yesToAll, ref bool noToAll) =>
        throw new NotSupportedException();

    public bool TransactionAvailable() => false;
}
