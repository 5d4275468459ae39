using SentryAudit.Api.Wire;
using SentryAudit.Connections;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>
    /// The members and invitations of an organization. Sentry leaves out people it has deactivated, and requests to join.
    /// Filters other than by key are not sent: a server that does not know one answers with an empty list, which would
    /// read as "nobody".
    /// </summary>
    public IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken) =>
        ListAsync("members", organization, SentryEndpoints.Members, Query.Empty.WithOptional("query", SearchQuery.For(keys, Term)),
            WireJson.Default.WireMemberArray, member => member.Id, (member, readAt) => member.ToModel(organization.Slug, teams, readAt), cancellationToken);

    // A display name can't be searched for exactly; it is matched here.
    private static string? Term(EntityReference key) =>
        key.IsId ? $"id:{key.Value}" : key.Value.Contains('@', StringComparison.Ordinal) ? $"email:{key.Value}" : null;
}
