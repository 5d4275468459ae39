using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The audit log of an organization, the newest entry first.</summary>
    public async IAsyncEnumerable<SentryAuditLogEntry> ListAuditLogAsync(
        OrganizationHome organization,
        AuditLogFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        async Task<Page<WireAuditLog.WireAuditEntry>> FetchAsync(string? cursor, CancellationToken ct)
        {
            var (page, link, readAt) = await GetAuditLogAsync(
                    organization,
                    filter.Query.With("per_page", PageSize).WithOptional("cursor", cursor),
                    ct).ConfigureAwait(false);
            filter.Check(page.Options);
            return new Page<WireAuditLog.WireAuditEntry>(page.Rows!, link, readAt);
        }

        var entries = new PageReader<WireAuditLog.WireAuditEntry>($"audit log entries of {organization}", FetchAsync, entry =>
            entry.Id
        ).ReadAsync(cancellationToken);
        await foreach (var (wire, readAt) in entries.ConfigureAwait(false))
        {
            var entry = wire.ToModel(organization.Slug, readAt);
            if (filter.Matches(entry))
            {
                yield return entry;
            }
        }
    }

    private async Task<IReadOnlyList<CompletionItem>> SuggestAuditEventsAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken)
    {
        var (log, _, _) = await GetAuditLogAsync(organization, Query.Empty.With("per_page", "1"), cancellationToken).ConfigureAwait(false);
        return [.. (log.Options ?? []).Select(name => new CompletionItem(name, $"Audit log event {name}"))];
    }

    private async Task<(WireAuditLog Log, LinkHeader? Link, DateTimeOffset ReadAt)> GetAuditLogAsync(
        OrganizationHome organization,
        Query query,
        CancellationToken cancellationToken)
    {
        var endpoint = OrganizationEndpoints.AuditLog;
        var path = endpoint.Path(organization.Slug);
        var (log, link, readAt) = await GetAsync(
                organization,
                endpoint,
                path,
                query,
                WireAccessJson.Default.WireAuditLog,
                cancellationToken).ConfigureAwait(false);

        // An object without rows is some other answer, not an empty log.
        return log.Rows is not null
            ? (log, link, readAt)
            : throw SentryFaults.Unreadable(
                new SentryRequest
                {
                    Host = connection.BaseUri,
                    Endpoint = endpoint,
                    Path = path,
                },
                200,
                isHtml: false,
                inner: null);
    }
}
