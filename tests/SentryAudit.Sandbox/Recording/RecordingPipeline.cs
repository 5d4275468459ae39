using SentryAudit.Pipeline;

namespace SentryAudit.Sandbox.Recording;

/// <summary>A pipeline without PowerShell: keeps what a cmdlet does to it, for tests.</summary>
internal sealed class RecordingPipeline : ICmdletPipeline
{
    public List<object> Output { get; } = [];

    public List<(SentryException Exception, object? Target)> Errors { get; } = [];

    /// <summary>The error that ended the cmdlet; null when it ran to its end.</summary>
    public (SentryException Exception, object? Target)? Terminated { get; private set; }

    public List<string> Warnings { get; } = [];

    /// <summary>What was said to the person in front of the session.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Hears it at once, as that person does.</summary>
    public Action<string>? OnTell { get; set; }

    public List<string> VerboseLines { get; } = [];

    public List<PipelineProgress> ProgressStates { get; } = [];

    public List<(string Target, string Action)> Asked { get; } = [];

    /// <summary>Answer to ShouldProcess and ShouldContinue.</summary>
    public bool Consent { get; set; } = true;

    /// <summary>Another answer to ShouldContinue; null for the same.</summary>
    public bool? SecondThought { get; set; }

    /// <summary>Whether somebody answers; not so with pwsh -NonInteractive.</summary>
    public bool CanAsk { get; set; } = true;

    /// <summary>As with -WhatIf; without consent, then.</summary>
    public bool IsPlan { get; set; }

    /// <summary>Happens while a question is open.</summary>
    public Action? OnAsk { get; set; }

    /// <summary>Sees every object as it is written; may throw, as a downstream <c>Select-Object -First</c> does.</summary>
    public Action<object>? OnWrite { get; set; }

    public void Write(object value)
    {
        Output.Add(value);
        OnWrite?.Invoke(value);
    }

    public void Error(SentryException error, object? target) => Errors.Add((error, target));

    public void Terminate(SentryException error, object? target)
    {
        Terminated = (error, target);
        throw new PipelineTerminatedException(error);
    }

    public void Inform(string message)
    {
        Told.Add(message);
        OnTell?.Invoke(message);
    }

    public void Warn(string message) => Warnings.Add(message);

    public void Verbose(string message) => VerboseLines.Add(message);

    public void Progress(PipelineProgress progress) => ProgressStates.Add(progress);

    public bool ShouldProcess(string target, string action)
    {
        Asked.Add((target, action));
        OnAsk?.Invoke();
        return Consent;
    }

    public bool ShouldContinue(string query, string caption)
    {
        Asked.Add((query, caption));
        return SecondThought ?? Consent;
    }

    public bool? TryContinue(string query, string caption) => CanAsk ? ShouldContinue(query, caption) : null;
}
