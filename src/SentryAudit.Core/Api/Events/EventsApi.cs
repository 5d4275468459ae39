using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Events;

/// <summary>The events of issues and projects.</summary>
internal sealed class EventsApi(ApiConnection api)
{
    private static readonly Listing<WireEvent> OfProjects = new(
        "events", EventEndpoints.ProjectEvents, WireJson.Default.WireEventArray, ListOrder.Holds, static item => item.EventId ?? item.Id);

    private static readonly Listing<WireEvent> OfIssues = OfProjects with { Endpoint = EventEndpoints.IssueEvents };

    /// <summary>Many lists of events at once, given list by list; each ends with its failure or none.</summary>
    public IAsyncEnumerable<ListPart<EventSource, SentryEvent>> ListAsync(
        OrganizationHome organization, IEnumerable<EventSource> sources, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(
            sources, ApiConnection.Parallelism, (source, ct) => ListAsync(organization, source, ct), cancellationToken);

    /// <summary>Events with their entries, the way Sentry sends them, the newest first.</summary>
    public IAsyncEnumerable<ReadItem<WireEvent>> ReadWholeAsync(
        OrganizationHome organization, EventSource source, CancellationToken cancellationToken) =>
        ReadAsync(organization, source, ListingOf(source).With("full", "1"), cancellationToken);

    private async IAsyncEnumerable<SentryEvent> ListAsync(
        OrganizationHome organization, EventSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = ReadAsync(organization, source, ListingOf(source), cancellationToken);
        await foreach (var item in events.ConfigureAwait(false))
        {
            yield return item.Map((wire, readAt) => wire.ToModel(organization.Slug, source.Project, readAt));
        }
    }

    private async IAsyncEnumerable<ReadItem<WireEvent>> ReadAsync(
        OrganizationHome organization,
        EventSource source,
        Listing<WireEvent> listing,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in api.ReadAsync(listing.Within(source.Window), organization, cancellationToken).ConfigureAwait(false))
        {
            // A Sentry that knows no window of events gives them all.
            if (row.Item.DateCreated is not { } date || source.Window?.Contains(date) != false)
            {
                yield return row;
            }
        }
    }

    private static Listing<WireEvent> ListingOf(EventSource source) =>
        source.Issue is { } issue
            ? OfIssues.Of($"events of issue {issue}", issue)
            : OfProjects.Of($"events of project {source.Project}", source.Project ?? "");
}
