namespace SentryAudit.Pipeline;

/// <summary>
/// What a cmdlet may do to its pipeline, without PowerShell: the engine stands behind it in a session, a recorder in
/// tests. To be called on the pipeline thread only.
/// </summary>
internal interface ICmdletPipeline
{
    void Write(object value);

    /// <summary>Reports a failure; the work goes on.</summary>
    void Error(SentryException error, object? target);

    /// <summary>Reports a failure and ends the cmdlet; does not return.</summary>
    void Terminate(SentryException error, object? target);

    /// <summary>Says something to the person in front of the session, without it being output.</summary>
    void Tell(string message);

    void Warn(string message);

    void Verbose(string message);

    void Progress(PipelineProgress progress);

    /// <summary>Whether changes are only told (<c>-WhatIf</c>), so that nothing is asked and nothing is made.</summary>
    bool IsPlan { get; }

    /// <summary>Asks whether a change may be made (<c>-WhatIf</c>, <c>-Confirm</c>).</summary>
    bool ShouldProcess(string target, string action);

    /// <summary>Asks in any case; to be skipped with <c>-Force</c>.</summary>
    bool ShouldContinue(string query, string caption);
}
