using System.Globalization;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Events;

/// <summary>Events of an issue, of a project, and single ones. Lists are newest first.</summary>
internal static class EventLists
{
    public static IReadOnlyList<SandboxEvent> Of(SandboxIssue issue, Exchange exchange)
    {
        var options = exchange.World.Options;
        return new ComputedRows<SandboxEvent>(SandboxEvent.CountOf(issue, options), number => new SandboxEvent(issue, number, options));
    }

    public static IReadOnlyList<SandboxEvent> Of(SandboxProject project, Exchange exchange)
    {
        var options = exchange.World.Options;
        var found = new List<(DateTimeOffset Date, SandboxIssue Issue, int Number)>();
        foreach (var issue in exchange.Organization.Issues.Where(issue => issue.Project == project))
        {
            for (var number = 0; number < SandboxEvent.CountOf(issue, options); number++)
            {
                found.Add((SandboxEvent.DateOf(issue, number, options), issue, number));
            }
        }

        found.Sort(static (one, other) => other.Date.CompareTo(one.Date));
        return new ComputedRows<SandboxEvent>(found.Count, index => new SandboxEvent(found[index].Issue, found[index].Number, options));
    }

    /// <summary>Null when there is no such event, or it is past its retention.</summary>
    public static SandboxEvent? Find(string id, Exchange exchange)
    {
        var options = exchange.World.Options;
        return EventId.Read(options.Seed, id) is { } place
            && IssueLookup.ById(exchange.Organization, place.Issue.ToString(CultureInfo.InvariantCulture)) is { } issue
            && place.Number < SandboxEvent.CountOf(issue, options)
            ? new SandboxEvent(issue, place.Number, options)
            : null;
    }
}
