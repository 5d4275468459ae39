using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Models;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Many lists of events at once, given list by list; each ends with its failure or none.</summary>
    public IAsyncEnumerable<ListPart<EventSource, SentryEvent>> ListEventsAsync(
        OrganizationHome organization, IEnumerable<EventSource> sources, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(sources, Parallelism, (source, ct) => ListEventsAsync(organization, source, ct), cancellationToken);

    private async IAsyncEnumerable<SentryEvent> ListEventsAsync(
        OrganizationHome organization,
        EventSource source,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (item, readAt) in ReadEventsAsync(organization, source, Query.Empty, cancellationToken).ConfigureAwait(false))
        {
            yield return item.ToModel(organization.Slug, source.Project, readAt);
        }
    }

    /// <summary>Slugs of all projects, in Sentry's order.</summary>
    public async Task<IReadOnlyList<string>> ListProjectSlugsAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var slugs = new List<string>();
        await foreach (var project in Areas.Projects.ListAsync(organization, [], [], cancellationToken).ConfigureAwait(false))
        {
            slugs.Add(project.Slug);
        }

        return slugs;
    }

    /// <summary>Events, the newest first.</summary>
    private async IAsyncEnumerable<(WireEvent Item, DateTimeOffset ReadAt)> ReadEventsAsync(
        OrganizationHome organization, EventSource source, Query query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = source.Issue is null
            ? $"events of project {organization}/{source.Project}"
            : $"events of issue {source.Issue} of {organization}";
        var pages = ReadPagesAsync(
            listing,
            organization.Host,
            source.Endpoint,
            source.PathIn(organization.Slug),
            Within(query, source.Window),
            WireJson.Default.WireEventArray,
            item => item.EventId ?? item.Id,
            cancellationToken);
        await foreach (var row in pages.ConfigureAwait(false))
        {
            // A Sentry that knows no window of events gives them all.
            if (row.Item.DateCreated is not { } date || source.Window?.Contains(date) != false)
            {
                yield return row;
            }
        }
    }
}
