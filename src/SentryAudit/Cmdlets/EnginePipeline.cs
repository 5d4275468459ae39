using System.Management.Automation;
using SentryAudit.Common.Text;
using SentryAudit.Pipeline;

namespace SentryAudit.Cmdlets;

/// <summary>PowerShell itself as a cmdlet's pipeline.</summary>
internal sealed class EnginePipeline(PSCmdlet cmdlet) : ICmdletPipeline
{
    public void Write(object value) => cmdlet.WriteObject(value);

    public void Error(SentryException error, object? target) => cmdlet.WriteError(ErrorRecords.From(error, target));

    public void Terminate(SentryException error, object? target) => cmdlet.ThrowTerminatingError(ErrorRecords.From(error, target));

    // With the tag PSHOST the host shows it whatever $InformationPreference is, and it can still be captured with 6>&1.
    public void Inform(string message) =>
        cmdlet.WriteInformation(new HostInformationMessage { Message = TerminalText.Clean(message) }, ["PSHOST"]);

    public void Warn(string message) => cmdlet.WriteWarning(TerminalText.Clean(message));

    public void Verbose(string message) => cmdlet.WriteVerbose(TerminalText.Clean(message));

    public void Progress(PipelineProgress progress) =>
        cmdlet.WriteProgress(
            new ProgressRecord(ActivityId(progress.Activity), TerminalText.Clean(progress.Activity), TerminalText.Clean(progress.Status))
            {
                RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            }
        );

    // -WhatIf of this call decides; without it the preference of the caller's scope.
    public bool IsPlan => cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));

    public bool ShouldProcess(string target, string action) => cmdlet.ShouldProcess(TerminalText.Clean(target), TerminalText.Clean(action));

    public bool ShouldContinue(string query, string caption) =>
        cmdlet.ShouldContinue(TerminalText.Clean(query), TerminalText.Clean(caption));

    // What a question throws where nobody answers depends on the host: InvalidOperationException from pwsh -NonInteractive,
    // HostException from a runspace without a user interface, RemoteException from a job. The console takes an answer from
    // redirected input, too, which may be an empty line, or the next line of a script: for Yes.
    public bool? TryContinue(string query, string caption)
    {
        if (cmdlet.Host?.Name is "ConsoleHost" && Console.IsInputRedirected)
        {
            return null;
        }

        try
        {
            return ShouldContinue(query, caption);
        }
        catch (Exception error) when (error is not PipelineStoppedException)
        {
            return null;
        }
    }

    // A host tells progress bars apart by number, so the same activity needs the same number each time.
    private static int ActivityId(string activity) => StringComparer.Ordinal.GetHashCode(activity) & int.MaxValue;
}
