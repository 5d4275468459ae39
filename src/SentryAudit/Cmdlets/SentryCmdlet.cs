using System.Management.Automation;
using SentryAudit.Http;
using SentryAudit.Pipeline;

namespace SentryAudit.Cmdlets;

/// <summary>
/// The lifecycle of every cmdlet of this module. A cmdlet overrides the asynchronous hooks, which run on the pipeline
/// thread, and writes through <see cref="Pipeline"/>.
/// </summary>
public abstract class SentryCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Where the cmdlet writes. It is made again before each hook.</summary>
    private protected ICmdletPipeline Pipeline { get; private set; } = null!;

    /// <summary>Writes what the transport reports to this cmdlet's pipeline, for example a wait as a verbose line.</summary>
    private protected ITransportObserver Observer { get; private set; } = SilentObserver.Instance;

    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Runs once, before input.</summary>
    private protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs for every object from the pipeline, or once without a pipeline.</summary>
    private protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once, after all input.</summary>
    private protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes an error. A refused token ends the cmdlet, because nothing after it can succeed.</summary>
    private protected void Report(SentryException error, object? target)
    {
        if (error.Category is SentryErrorCategory.AuthenticationError)
        {
            Pipeline.Terminate(error, target);
        }

        Pipeline.Error(error, target);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(BeginAsync);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing) => _stop.Dispose();

    private void Run(Func<CancellationToken, Task> hook)
    {
        try
        {
            PipelinePump.Run(
                pump =>
                {
                    Pipeline = new HostPipeline(new EnginePipeline(this), pump);
                    Observer = new PipelineObserver(Pipeline, pump);
                    return hook(_stop.Token);
                },
                _stop.Cancel);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
