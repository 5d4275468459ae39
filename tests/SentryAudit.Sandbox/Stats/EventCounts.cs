using SentryAudit.Sandbox.Seeding;

namespace SentryAudit.Sandbox.Stats;

/// <summary>
/// How much was sent, as a pure function of project, category, outcome, reason and hour: whatever is summed up from it, over
/// whichever endpoint, agrees. Hours are counted from 1970.
/// </summary>
internal sealed class EventCounts(int seed, DateTimeOffset now)
{
    /// <summary>Sentry keeps no counts for longer.</summary>
    private const int DaysKept = 90;

    public const int SecondsPerHour = 3600;

    private readonly long _last = now.ToUnixTimeSeconds() / SecondsPerHour;
    private readonly long _first = now.AddDays(-DaysKept).ToUnixTimeSeconds() / SecondsPerHour;

    /// <summary>How many there were in that hour: none before the project's first event, nor beyond retention, nor in the future.</summary>
    public long TimesSeen(SandboxProject project, string category, Outcome outcome, int reason, long hour)
    {
        var all = TimesSeen(project, category, outcome, hour);
        var reasons = outcome.Reasons.Length;
        return (all * (reason + 1) / reasons) - (all * reason / reasons);
    }

    /// <summary>The same for all reasons together.</summary>
    public long TimesSeen(SandboxProject project, string category, Outcome outcome, long hour)
    {
        var usual = hour >= _first && hour <= _last ? Categories.Usual(project, category) : 0;
        if (usual == 0 || outcome.PerThousand == 0 || project.FirstEvent?.ToUnixTimeSeconds() > hour * SecondsPerHour)
        {
            return 0;
        }

        var noise = Noise.At(seed, project.Id, Array.IndexOf(Categories.All, category), outcome.Number, hour);
        if (outcome.Name is not Outcome.Accepted)
        {
            // Losses come in some hours and not in others.
            return noise % 3 == 0 ? (long)(noise >> 8) % (2 + (usual * outcome.PerThousand / 170)) : 0;
        }

        // Busy at noon, quiet at night, and silent in an hour now and then.
        var shape = 40 + (Math.Abs(12 - (hour % 24)) * -3) + (long)(noise % 30);
        return noise % 23 == 0 ? 0 : usual * Math.Max(1, shape) / 30;
    }
}
