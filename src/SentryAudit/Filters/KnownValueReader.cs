using SentryAudit.Api;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Filters;

/// <summary>Asks an organization which values its filters can have, once for each connection.</summary>
internal sealed class KnownValueReader(ISentrySource source, SentryApi api, KnownValueLists kept)
{
    /// <summary>The values that there are; null where this Sentry does not list them.</summary>
    /// <param name="kind">Values of what.</param>
    /// <param name="organization">Whose.</param>
    /// <param name="suffice">
    /// Whether values read earlier answer the question. Where they do not, Sentry is asked again: a role or an environment may be new.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SentryException">They could not be read.</exception>
    public async Task<IReadOnlyList<string>?> FindAsync(
        FilterValues kind,
        OrganizationHome organization,
        Func<IReadOnlyList<string>, bool> suffice,
        CancellationToken cancellationToken)
    {
        if (kept.Find(kind, organization.Slug) is { } earlier && suffice(earlier))
        {
            return earlier;
        }

        var read = await ReadAsync(kind, organization, cancellationToken).ConfigureAwait(false);
        if (read is not null)
        {
            kept.Keep(kind, organization.Slug, read);
        }

        return read;
    }

    private async Task<IReadOnlyList<string>?> ReadAsync(
        FilterValues kind, OrganizationHome organization, CancellationToken cancellationToken) => kind switch
    {
        FilterValues.OrganizationRole =>
        [
            .. (await source.ReadRolesAsync(organization, cancellationToken).ConfigureAwait(false)).Roles
                .Where(role => role.Kind is SentryRoleKind.Organization)
                .Select(role => role.Id),
        ],
        FilterValues.AuditEvent => await api.AuditLog.ListEventNamesAsync(organization, cancellationToken).ConfigureAwait(false),
        FilterValues.Environment => await api.Environments.ListNamesAsync(organization, cancellationToken).ConfigureAwait(false),
        _ => null,
    };
}
