namespace SentryAudit.Surface.Tests.Support;

/// <summary>What tests say of a run.</summary>
internal static class PipelineAssertions
{
    public static void ShouldSucceed(this RecordingPipeline run)
    {
        Assert.Null(run.Terminated);
        Assert.Empty(run.Errors);
    }

    /// <summary>All errors, the one that ended the cmdlet included.</summary>
    public static IReadOnlyList<SentryException> AllErrors(this RecordingPipeline run) =>
        [.. run.Errors.Select(error => error.Exception), .. run.Terminated is { } last ? new[] { last.Exception } : []];

    public static T[] Of<T>(this RecordingPipeline run) => [.. run.Output.Cast<T>()];

    /// <summary>The run's only error, which did not end it.</summary>
    public static SentryException SingleError(this RecordingPipeline run)
    {
        Assert.Null(run.Terminated);
        return Assert.Single(run.Errors).Exception;
    }

    public static SentryException TerminatingError(this RecordingPipeline run)
    {
        Assert.NotNull(run.Terminated);
        return run.Terminated.Value.Exception;
    }
}
