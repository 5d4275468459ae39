using SentryAudit.Api.Wire;
using SentryAudit.Models;

namespace SentryAudit.Api.Events;

internal static class EntryMapping
{
    /// <summary>The entries of an event, in Sentry's order.</summary>
    public static IReadOnlyList<SentryEventEntry> ToEntries(
        this WireEvent wire,
        string organization,
        string? project,
        DateTimeOffset readAt) =>
        [.. (wire.Entries ?? []).Select(entry => new SentryEventEntry
        {
            Type = entry.Type ?? "",
            Summary = entry.Data is { } data ? EntrySummary.Of(entry.Type ?? "", data) : null,
            EventId = wire.EventId ?? wire.Id ?? "",
            IssueId = wire.GroupId,
            ProjectSlug = project,
            OrganizationSlug = organization,
            LastUpdated = readAt,
            Content = entry.Data is { } json ? new EntryContent(json) : null,
        })];
}
