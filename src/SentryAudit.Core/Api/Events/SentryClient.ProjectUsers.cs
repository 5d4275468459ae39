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
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    // Five requests a minute for a whole organization: more at once would only wait.
    private const int SlowParallelism = 4;

    /// <summary>End users of many projects, given project by project; each ends with its failure or none. The transport keeps below the limit.</summary>
    /// <param name="query">Sentry's <c>field:value</c>; null for all.</param>
    public IAsyncEnumerable<ListPart<string, SentryProjectUser>> ListProjectUsersAsync(
        OrganizationHome organization,
        IEnumerable<string> projects,
        string? query,
        CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(
            projects,
            SlowParallelism,
            (project, ct) => ListProjectUsersAsync(organization, project, query, ct),
            cancellationToken);

    private async IAsyncEnumerable<SentryProjectUser> ListProjectUsersAsync(
        OrganizationHome organization, string project, string? query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = ReadPagesAsync(
            $"users of {organization}/{project}",
            organization.Host,
            EventEndpoints.ProjectUsers,
            EventEndpoints.ProjectUsers.Path(organization.Slug, project),
            Query.Empty.WithOptional("query", query),
            WireJson.Default.WireEndUserArray,
            user => user.Hash ?? user.Id,
            cancellationToken);
        await foreach (var (user, readAt) in pages.ConfigureAwait(false))
        {
            yield return user.ToModel(organization.Slug, project, readAt);
        }
    }
}
