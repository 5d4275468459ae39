using System.Management.Automation;
using System.Runtime.ExceptionServices;
using SentryAudit.Pipeline;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>What a cmdlet did to its pipeline, and the answers it gets.</summary>
internal sealed class RecordingPipeline
{
    public List<object> Output { get; } = [];

    public List<(SentryException Exception, object? Target)> Errors { get; } = [];

    /// <summary>The error that ended the cmdlet; null when it ran to its end.</summary>
    public (SentryException Exception, object? Target)? Terminated { get; set; }

    /// <summary>An error that is not the module's own, for example of PowerShell when it bound input.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    public List<string> Warnings { get; } = [];

    /// <summary>What was said to the person in front of the session.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Hears it at once, as that person does.</summary>
    public Action<string>? OnTell { get; set; }

    public List<string> VerboseLines { get; } = [];

    public List<PipelineProgress> ProgressStates { get; } = [];

    public List<(string Target, string Action)> Asked { get; } = [];

    /// <summary>From which impact on ShouldProcess asks; <c>$ConfirmPreference</c> of the session.</summary>
    public ConfirmImpact ConfirmPreference { get; init; } = ConfirmImpact.Low;

    /// <summary>Answer to ShouldProcess and ShouldContinue.</summary>
    public bool Consent { get; set; } = true;

    /// <summary>Another answer to ShouldContinue; null for the same.</summary>
    public bool? SecondThought { get; set; }

    /// <summary>Whether somebody answers ShouldContinue; not so with pwsh -NonInteractive.</summary>
    public bool CanAsk { get; set; } = true;

    /// <summary>As with -WhatIf; without consent, then.</summary>
    public bool IsPlan { get; set; }

    /// <summary>Happens while a question is open.</summary>
    public Action? OnAsk { get; set; }

    /// <summary>Sees every object as it is written.</summary>
    public Action<object>? OnWrite { get; set; }

    /// <summary>Stops what runs, as Ctrl+C does.</summary>
    public Action Stop { get; private set; } = static () => throw new InvalidOperationException("Nothing runs.");

    /// <summary>Keeps what a shell writes, when it is written.</summary>
    public void Follow(PowerShell shell, PSDataCollection<PSObject> output)
    {
        var streams = shell.Streams;
        Stop = () => shell.BeginStop(callback: null, state: null);
        OnAdded(output, value => Output.Add(value.BaseObject is PSCustomObject ? value : value.BaseObject));
        OnAdded(streams.Error, Keep);
        OnAdded(streams.Warning, warning => Warnings.Add(warning.Message));
        OnAdded(streams.Verbose, line => VerboseLines.Add(line.Message));
        OnAdded(streams.Information, information => Keep(information.MessageData));
        OnAdded(streams.Progress, Keep);
    }

    public void Keep(ErrorRecord error)
    {
        if (error.Exception is SentryException exception)
        {
            Errors.Add((exception, error.TargetObject));
        }
        else
        {
            Fault ??= ExceptionDispatchInfo.Capture(error.Exception);
        }
    }

    public void Keep(object message)
    {
        var text = ((HostInformationMessage)message).Message;
        Told.Add(text);
        OnTell?.Invoke(text);
    }

    public void Keep(ProgressRecord state) => ProgressStates.Add(
        new PipelineProgress(state.Activity, state.StatusDescription, state.RecordType is ProgressRecordType.Completed));

    private static void OnAdded<T>(PSDataCollection<T> stream, Action<T> keep) =>
        stream.DataAdded += (_, added) => keep(stream[added.Index]);
}
