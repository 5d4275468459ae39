using System.Globalization;

namespace SentryAudit.Sandbox.Events;

/// <summary>One event of an issue. Number 0 is the latest. Made when it is looked at: nothing of it is kept.</summary>
internal sealed class SandboxEvent(SandboxIssue issue, int number, SandboxOptions options)
{
    public SandboxIssue Issue => issue;
    public int Number => number;
    public string Id => IdOf(number);
    public DateTimeOffset Date => DateOf(issue, number, options);

    /// <summary>The environment it happened in; null when it named none.</summary>
    public string? Environment => issue.Environments is { Count: > 0 } all && Noise % 5 != 0 ? all[number % all.Count] : null;

    /// <summary>Decides all that differs from event to event.</summary>
    public ulong Noise { get; } = Seeding.Noise.At(options.Seed, NumberOf(issue), number, 1);

    /// <summary>The event before or after it; null at either end.</summary>
    public string? Neighbour(int step) => number + step >= 0 && number + step < CountOf(issue, options) ? IdOf(number + step) : null;

    public static int CountOf(SandboxIssue issue, SandboxOptions options) => issue.EventsExpired ? 0 : options.EventsPerIssue;

    public static DateTimeOffset DateOf(SandboxIssue issue, int number, SandboxOptions options) =>
        issue.LastSeen - ((issue.LastSeen - issue.FirstSeen) / Math.Max(1, options.EventsPerIssue) * number);

    private static long NumberOf(SandboxIssue issue) => long.Parse(issue.Id, CultureInfo.InvariantCulture);

    private string IdOf(int other) => EventId.Of(options.Seed, NumberOf(issue), other);
}
