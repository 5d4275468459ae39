using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Events;

/// <summary>The entries of events: exceptions, breadcrumbs, requests and whatever else an event holds.</summary>
internal sealed class EventEntriesApi(ApiConnection api, EventsApi events)
{
    /// <summary>The entries of many lists of events, read at once, given list by list; each ends with its failure or none.</summary>
    public IAsyncEnumerable<ListPart<EventSource, SentryEventEntry>> ListAsync(
        OrganizationHome organization, IEnumerable<EventSource> sources, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(
            sources, ApiConnection.Parallelism, (source, ct) => ListAsync(organization, source, ct), cancellationToken);

    /// <summary>The entries of single events, in the order given; each ends with its failure or none.</summary>
    public IAsyncEnumerable<ListPart<EventPlace, SentryEventEntry>> ListOfEventsAsync(
        OrganizationHome organization, IEnumerable<EventPlace> places, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(
            places, ApiConnection.Parallelism, (place, ct) => ListOfEventAsync(organization, place, ct), cancellationToken);

    private async IAsyncEnumerable<SentryEventEntry> ListAsync(
        OrganizationHome organization, EventSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in events.ReadWholeAsync(organization, source, cancellationToken).ConfigureAwait(false))
        {
            // A Sentry that gives short rows all the same is asked for each event.
            var place = new EventPlace(row.Item.EventId ?? row.Item.Id!, source.Project);
            var entries = row.Item.Entries is null
                ? await GetEntriesAsync(organization, place, cancellationToken).ConfigureAwait(false)
                : row.Map((wire, readAt) => wire.ToEntries(organization.Slug, source.Project, readAt));
            foreach (var entry in entries)
            {
                yield return entry;
            }
        }
    }

    private async IAsyncEnumerable<SentryEventEntry> ListOfEventAsync(
        OrganizationHome organization, EventPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in await GetEntriesAsync(organization, place, cancellationToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    private async Task<IReadOnlyList<SentryEventEntry>> GetEntriesAsync(
        OrganizationHome organization, EventPlace place, CancellationToken cancellationToken)
    {
        var project = place.Project ?? await LocateAsync(organization, place.Id, cancellationToken).ConfigureAwait(false);
        var answer = await api.GetAsync(
            EventEndpoints.ProjectEvent.Of(organization, project, place.Id), WireJson.Default.WireEvent, cancellationToken)
            .ConfigureAwait(false);
        return answer.Value.Entries is null
            ? throw Thin(EventEndpoints.ProjectEvent, $"the entries of event {place.Id}")
            : answer.Map((wire, readAt) => wire.ToEntries(organization.Slug, project, readAt));
    }

    private async Task<string> LocateAsync(OrganizationHome organization, string id, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(
            EventEndpoints.EventLocation.Of(organization, id), WireJson.Default.WireEventLocation, cancellationToken).ConfigureAwait(false);
        return answer.Value.ProjectSlug is { Length: > 0 } project
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
