using SentryAudit.Pipeline;

namespace SentryAudit.Core.Tests.Support;

/// <summary>Keeps, as text and in order, what is done to a pipeline, and under which context and thread.</summary>
internal sealed class FakePipeline : ICmdletPipeline
{
    public List<string> Calls { get; } = [];

    public List<PipelineProgress> ProgressStates { get; } = [];

    public List<SynchronizationContext?> Contexts { get; } = [];

    public List<int> Threads { get; } = [];

    public Action? OnCall { get; set; }

    public void Write(object value) => Record($"write {value}");

    public void Error(SentryException error, object? target) => Record($"error {error.ErrorId} {target}");

    public void Terminate(SentryException error, object? target) => Record($"terminate {error.ErrorId} {target}");

    public void Inform(string message) => Record($"inform {message}");

    public void Warn(string message) => Record($"warn {message}");

    public void Verbose(string message) => Record($"verbose {message}");

    public void Progress(PipelineProgress progress)
    {
        ProgressStates.Add(progress);
        Record($"progress {progress.Activity}: {progress.Status}");
    }

    public bool IsPlan => false;

    public bool ShouldProcess(string target, string action)
    {
        Record($"process {target} {action}");
        return true;
    }

    public bool ShouldContinue(string query, string caption)
    {
        Record($"continue {query} {caption}");
        return true;
    }

    public bool? TryContinue(string query, string caption)
    {
        Record($"try {query} {caption}");
        return true;
    }

    private void Record(string call)
    {
        Calls.Add(call);
        Contexts.Add(SynchronizationContext.Current);
        Threads.Add(Environment.CurrentManagedThreadId);
        OnCall?.Invoke();
    }
}
