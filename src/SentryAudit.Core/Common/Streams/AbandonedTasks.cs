namespace SentryAudit.Common.Streams;

/// <summary>Tasks whose results nobody waits for any more.</summary>
internal static class AbandonedTasks
{
    /// <summary>Observes the failures of tasks, so that .NET does not report them as unobserved.</summary>
    public static void Abandon(this IEnumerable<Task> tasks)
    {
        foreach (var task in tasks)
        {
            _ = task.ContinueWith(
                static failed => _ = failed.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
        }
    }
}
