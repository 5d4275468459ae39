using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Organizations;

/// <summary>The audit log of an organization. Its pages are objects, not lists: the entries, and the names of all events.</summary>
internal sealed class AuditLogApi(ApiConnection api)
{
    /// <summary>The audit log of an organization, the newest entry first.</summary>
    public async IAsyncEnumerable<SentryAuditLogEntry> ListAsync(
        OrganizationHome organization, AuditLogFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = filter.Query.With("per_page", ApiConnection.PageSize);
        async Task<Page<WireAuditLog.WireAuditEntry>> FetchAsync(string? cursor, CancellationToken ct)
        {
            var answer = await GetAsync(organization, query.WithOptional("cursor", cursor), ct).ConfigureAwait(false);
            return new Page<WireAuditLog.WireAuditEntry>(answer.Value.Rows!, answer.Link, answer.ReadAt) { Total = answer.Total };
        }

        var pages = new PageReader<WireAuditLog.WireAuditEntry>(
            $"audit log entries of {organization}", FetchAsync, static entry => entry.Id, ListOrder.Holds);
        var (request, index) = (api.Request(OrganizationEndpoints.AuditLog.Of(organization)), 0);
        await foreach (var (item, at) in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var row = new ReadItem<WireAuditLog.WireAuditEntry>(item, at, request, index++);
            var entry = row.Map((wire, readAt) => wire.ToModel(organization.Slug, readAt));
            if (filter.IsBefore(entry))
            {
                // Not every Sentry heeds the window: what follows would be read in vain.
                yield break;
            }

            if (filter.Matches(entry))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The names of the events that this Sentry logs; null where it does not list them.</summary>
    public async Task<IReadOnlyList<string>?> ListEventNamesAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var (log, _, _) = await GetAsync(organization, Query.Empty.With("per_page", "1"), cancellationToken).ConfigureAwait(false);
        return log.Options is [_, ..] names ? names : null;
    }

    private async Task<Answer<WireAuditLog>> GetAsync(OrganizationHome organization, Query query, CancellationToken cancellationToken)
    {
        var address = OrganizationEndpoints.AuditLog.Of(organization);
        return await api.GetAsync(address, query, WireJson.Default.WireAuditLog, cancellationToken).ConfigureAwait(false);
    }
}
