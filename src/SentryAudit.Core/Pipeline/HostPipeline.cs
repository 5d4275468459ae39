namespace SentryAudit.Pipeline;

/// <summary>A pipeline that leaves the pump's context for each call, and returns to it afterwards.</summary>
internal sealed class HostPipeline(ICmdletPipeline inner, PipelinePump pump) : ICmdletPipeline
{
    public void Write(object value) => pump.Outside(
        static call =>
        {
            call.Inner.Write(call.Value);
            return true;
        },
        (Inner: inner, Value: value));

    public void Error(SentryException error, object? target) => Outside(() => inner.Error(error, target));

    public void Terminate(SentryException error, object? target) => Outside(() => inner.Terminate(error, target));

    public void Inform(string message) => Outside(() => inner.Inform(message));

    public void Warn(string message) => Outside(() => inner.Warn(message));

    public void Verbose(string message) => Outside(() => inner.Verbose(message));

    public void Progress(PipelineProgress progress) => Outside(() => inner.Progress(progress));

    public bool IsPlan => inner.IsPlan;

    public bool ShouldProcess(string target, string action) => pump.Outside(() => inner.ShouldProcess(target, action));

    public bool ShouldContinue(string query, string caption) => pump.Outside(() => inner.ShouldContinue(query, caption));

    public bool? TryContinue(string query, string caption) => pump.Outside(() => inner.TryContinue(query, caption));

    private void Outside(Action action) => pump.Outside(() =>
    {
        action();
        return true;
    });
}
