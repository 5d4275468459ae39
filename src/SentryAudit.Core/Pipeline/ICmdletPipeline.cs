namespace SentryAudit.Pipeline;

/// <summary>
/// What a cmdlet can do with its pipeline, without a reference to PowerShell. It must be called on the pipeline thread only.
/// </summary>
internal interface ICmdletPipeline
{
    void Write(object value);

    /// <summary>Reports a failure; the cmdlet goes on.</summary>
    void Error(SentryException error, object? target);

    /// <summary>Reports a failure and ends the cmdlet; it does not return.</summary>
    void Terminate(SentryException error, object? target);

    /// <summary>Shows a text to the user that is not part of the output.</summary>
    void Inform(string message);

    void Warn(string message);

    void Verbose(string message);

    void Progress(PipelineProgress progress);

    /// <summary>Whether changes are only described (<c>-WhatIf</c>): then nothing is asked and nothing is changed.</summary>
    bool IsPlan { get; }

    /// <summary>Asks whether a change may be made (<c>-WhatIf</c>, <c>-Confirm</c>).</summary>
    bool ShouldProcess(string target, string action);

    /// <summary>Asks in any case. The caller does not ask with <c>-Force</c>.</summary>
    bool ShouldContinue(string query, string caption);

    /// <summary>The same where an answer can't be relied on; null in a session in which nobody can be asked.</summary>
    bool? TryContinue(string query, string caption);
}
