using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace SentryAudit.Pipeline;

/// <summary>
/// Runs an asynchronous body on the thread that called it, so that the code after an <c>await</c> can write to the pipeline. While the body
/// waits, the thread runs the callbacks that others <see cref="Post"/>.
/// </summary>
internal sealed class PipelinePump : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly SynchronizationContext? _host = Current;
    private readonly Action _cancel;
    private Exception? _fault;

    private PipelinePump(Action cancel) => _cancel = cancel;

    /// <summary>Runs a body to its end.</summary>
    /// <param name="body">Gets the pump, for <see cref="Outside{T}(Func{T})"/> and <see cref="Post"/>.</param>
    /// <param name="cancel">Cancels the body; called when a posted callback fails, for example because the pipeline stops.</param>
    public static void Run(Func<PipelinePump, Task> body, Action cancel)
    {
        var pump = new PipelinePump(cancel);
        SetSynchronizationContext(pump);
        try
        {
            var task = body(pump);
            _ = task.ContinueWith(
                _ => pump._queue.CompleteAdding(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            pump.Serve();
            if (pump._fault is { } fault)
            {
                _ = task.Exception;
                ExceptionDispatchInfo.Throw(fault);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(pump._host);
        }
    }

    /// <summary>Runs a callback on the pumped thread. After the end of the body it is dropped, since nobody waits for it.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _queue.TryAdd((d, state));
        }
        catch (InvalidOperationException)
        {
            // The body has ended.
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Use Post.");

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>
    /// Runs an action in the host's own context. Otherwise, a cmdlet downstream that blocks on a task would wait for this thread, while
    /// this thread waits for that cmdlet.
    /// </summary>
    public T Outside<T>(Func<T> action) => Outside(static action => action(), action);

    /// <inheritdoc cref="Outside{T}(Func{T})"/>
    /// <param name="action">The action.</param>
    /// <param name="state">The argument of the action. With it, an action that runs for every object need not capture variables.</param>
    public T Outside<TState, T>(Func<TState, T> action, TState state)
    {
        SetSynchronizationContext(_host);
        try
        {
            return action(state);
        }
        finally
        {
            SetSynchronizationContext(this);
        }
    }

    private void Serve()
    {
        foreach (var (callback, state) in _queue.GetConsumingEnumerable())
        {
            try
            {
                callback(state);
            }
#pragma warning disable CA1031 // Every exception is thrown again on this thread when the body has ended.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _fault ??= fault;
                _cancel();
            }
        }
    }
}
