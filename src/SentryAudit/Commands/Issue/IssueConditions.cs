namespace SentryAudit.Commands.Issue;

/// <summary>The conditions under which an issue is to be resolved or ignored, beside the status that is asked for.</summary>
internal sealed record IssueConditions(string? Status, bool InNextRelease, bool UntilEscalating, TimeSpan? IgnoreFor)
{
    /// <summary>The status that the conditions stand for; null without one.</summary>
    public string? ImpliedStatus =>
        InNextRelease ? "Resolved"
        : UntilEscalating || IgnoreFor is not null ? "Ignored"
        : null;

    /// <summary>Why they can't be had together; null when they can.</summary>
    public SentryException? FindContradiction()
    {
        var isOtherStatus = ImpliedStatus is { } implied
            && Status is { } status
            && !string.Equals(implied, status, StringComparison.OrdinalIgnoreCase);
        bool[] given = [InNextRelease, UntilEscalating, IgnoreFor is not null];
        if (isOtherStatus || given.Count(isGiven => isGiven) > 1)
        {
            return Contradiction("-Status, -InNextRelease, -UntilEscalating and -IgnoreFor contradict each other.");
        }

        return IgnoreFor is { } time && (time < TimeSpan.FromMinutes(1) || time.Ticks % TimeSpan.TicksPerMinute != 0)
            ? Contradiction($"Sentry can't ignore an issue for {time}, because it counts whole minutes.")
            : null;
    }

    private static SentryException Contradiction(string reason) => new(
        "ContradictingSentryChange",
        SentryErrorCategory.InvalidArgument,
        reason,
        "Use -InNextRelease with the status Resolved, or -UntilEscalating or -IgnoreFor with the status Ignored. "
            + "-IgnoreFor takes whole minutes.");
}
