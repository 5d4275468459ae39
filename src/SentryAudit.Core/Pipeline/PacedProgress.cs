using System.Globalization;

namespace SentryAudit.Pipeline;

/// <summary>
/// Shows the progress of a report that Sentry's rate limit makes slow, project by project, with an estimate of the remaining time.
/// </summary>
/// <param name="pipeline">Shows it.</param>
/// <param name="clock">The clock.</param>
/// <param name="activity">What is being done.</param>
/// <param name="total">The number of projects.</param>
/// <param name="perProject">The shortest average time for a project, by Sentry's limit.</param>
internal sealed class PacedProgress(ICmdletPipeline pipeline, TimeProvider clock, string activity, int total, TimeSpan perProject)
{
    private readonly long _started = clock.GetTimestamp();
    private int _done;

    /// <summary>Whether there is more than one project; for a single one, nothing is shown.</summary>
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

    /// <summary>
    /// The remaining time, by the time so far; in the first minute, in which Sentry does not limit the rate yet, by the limit.
    /// </summary>
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
