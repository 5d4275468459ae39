using System.Globalization;

namespace SentryAudit.Pipeline;

/// <summary>Shows how far a report is that Sentry allows only slowly, project by project, with an estimate of the time left.</summary>
/// <param name="total">Projects to read.</param>
/// <param name="perProject">The least time a project takes in the long run, by Sentry's limit.</param>
internal sealed class PacedProgress(ICmdletPipeline pipeline, TimeProvider clock, string activity, int total, TimeSpan perProject)
{
    private readonly long _started = clock.GetTimestamp();
    private int _done;

    /// <summary>One project only is not worth a display.</summary>
    private bool IsShown => total > 1;

    public void Start() => Show();

    public void CompleteOne()
    {
        _done++;
        Show();
    }

    public void Complete()
    {
        if (IsShown)
        {
            pipeline.Progress(new PipelineProgress(activity, "Done", Completed: true));
        }
    }

    /// <summary>As measured so far; at the beginning, when the limit has not been felt yet, by the limit.</summary>
    internal TimeSpan Remaining()
    {
        var elapsed = clock.GetElapsedTime(_started);
        var each = _done > 0 && elapsed >= TimeSpan.FromMinutes(1) ? elapsed / _done : perProject;
        return each * (total - _done);
    }

    private void Show()
    {
        if (IsShown)
        {
            pipeline.Progress(
                new PipelineProgress(
                    activity,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{_done} of {total} projects read, about {Math.Ceiling(Remaining().TotalMinutes):0} min left")));
        }
    }
}
