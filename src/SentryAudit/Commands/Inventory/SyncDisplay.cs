using SentryAudit.Pipeline;

namespace SentryAudit.Commands.Inventory;

/// <summary>Shows the progress of a sync, which is reported from many threads.</summary>
internal sealed class SyncDisplay : IDisposable
{
    private readonly ICmdletPipeline _pipeline;
    private readonly string _activity;

    // Progress<T> brings each text to the thread that made it: the pipeline thread.
    private readonly IProgress<string> _texts;
    private bool _isDone;

    public SyncDisplay(ICmdletPipeline pipeline, string activity)
    {
        (_pipeline, _activity) = (pipeline, activity);
        _texts = new Progress<string>(text =>
        {
            if (!_isDone)
            {
                _pipeline.Progress(new PipelineProgress(_activity, text));
            }
        });
    }

    /// <summary>Shows a text. Any thread may call it.</summary>
    public void Show(string text) => _texts.Report(text);

    public void Dispose()
    {
        _isDone = true;
        _pipeline.Progress(new PipelineProgress(_activity, "Done", Completed: true));
    }
}
