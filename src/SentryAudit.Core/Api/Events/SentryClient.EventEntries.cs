using System.Runtime.CompilerServices;
using SentryAudit.Api.Events;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The entries of many lists of events, read at once, given list by list; each ends with its failure or none.</summary>
    public IAsyncEnumerable<ListPart<EventSource, SentryEventEntry>> ListEventEntriesAsync(
        OrganizationHome organization, IEnumerable<EventSource> sources, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(sources, Parallelism, (source, ct) => ListEntriesAsync(organization, source, ct), cancellationToken);

    /// <summary>The entries of single events, in the order given; each ends with its failure or none.</summary>
    public IAsyncEnumerable<ListPart<EventPlace, SentryEventEntry>> GetEventEntriesAsync(
        OrganizationHome organization, IEnumerable<EventPlace> events, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(events, Parallelism, (place, ct) => GetEntriesAsync(organization, place, ct), cancellationToken);

    private async IAsyncEnumerable<SentryEventEntry> ListEntriesAsync(
        OrganizationHome organization,
        EventSource source,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            var (item, readAt) in ReadEventsAsync(organization, source, Query.Empty.With("full", "1"), cancellationToken)
                .ConfigureAwait(false))
        {
            // A Sentry that gives short rows all the same is asked for each event.
            var (whole, project, at) = item.Entries is null
                ? await GetEventAsync(organization, new EventPlace(item.EventId ?? item.Id ?? "", source.Project), cancellationToken)
                    .ConfigureAwait(false)
                : (item, source.Project, readAt);
            foreach (var entry in whole.ToEntries(organization.Slug, project, at))
            {
                yield return entry;
            }
        }
    }

    private async IAsyncEnumerable<SentryEventEntry> GetEntriesAsync(
        OrganizationHome organization,
        EventPlace place,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (item, project, readAt) = await GetEventAsync(organization, place, cancellationToken).ConfigureAwait(false);
        foreach (var entry in item.ToEntries(organization.Slug, project, readAt))
        {
            yield return entry;
        }
    }

    private async Task<(WireEvent Item, string? Project, DateTimeOffset ReadAt)> GetEventAsync(
        OrganizationHome organization,
        EventPlace place,
        CancellationToken cancellationToken)
    {
        var project = place.Project ?? await LocateEventAsync(organization, place.Id, cancellationToken).ConfigureAwait(false);
        var path = EventEndpoints.ProjectEvent.Path(organization.Slug, project, place.Id);
        var response = await GetAsync(
                organization,
                EventEndpoints.ProjectEvent,
                path,
                Query.Empty,
                WireJson.Default.WireEvent,
                cancellationToken).ConfigureAwait(false);
        return response.Value.Entries is null
            ? throw Thin(EventEndpoints.ProjectEvent, $"the entries of event {place.Id}")
            : (response.Value, project, response.ReceivedAt);
    }

    private async Task<string> LocateEventAsync(OrganizationHome organization, string id, CancellationToken cancellationToken)
    {
        var path = EventEndpoints.EventLocation.Path(organization.Slug, id);
        var response = await GetAsync(
                organization,
                EventEndpoints.EventLocation,
                path,
                Query.Empty,
                WireJson.Default.WireEventLocation,
                cancellationToken).ConfigureAwait(false);
        return response.Value.ProjectSlug is { Length: > 0 } project
            ? project
            : throw Thin(EventEndpoints.EventLocation, $"the project of event {id}");
    }

    // No entries would read as an event that has none, and no project as an event that is nowhere.
    private static SentryException Thin(SentryEndpoint endpoint, string missing) => new(
        "SentryInvalidResponse",
        SentryErrorCategory.InvalidResult,
        $"The answer to {endpoint.Template} lacks {missing}.",
        "Try again; if it stays so, look for a newer version of SentryAudit.");
}
