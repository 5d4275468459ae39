using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Events;

/// <summary>The end users that the events of projects name.</summary>
internal sealed class ProjectUsersApi(ApiConnection api)
{
    // Five requests a minute for a whole organization: more at once would only wait.
    private const int Parallelism = 4;

    private static readonly Listing<WireEndUser> Users =
        new("users", EventEndpoints.ProjectUsers, WireJson.Default.WireEndUserArray, ListOrder.Moves, static user => user.Hash ?? user.Id);

    /// <summary>
    /// End users of many projects, given project by project; each ends with its failure or none. The transport keeps below the limit.
    /// </summary>
    /// <param name="organization">Whose projects.</param>
    /// <param name="projects">Slugs of the projects.</param>
    /// <param name="query">Sentry's <c>field:value</c>; null for all.</param>
    public IAsyncEnumerable<ListPart<string, SentryProjectUser>> ListAsync(
        OrganizationHome organization, IEnumerable<string> projects, string? query, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(
            projects, Parallelism, (project, ct) => ListAsync(organization, project, query, ct), cancellationToken);

    // Not every Sentry heeds the search.
    private async IAsyncEnumerable<SentryProjectUser> ListAsync(
        OrganizationHome organization, string project, string? query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var users = api.ListAsync(
            Users.Of($"users of project {project}", project).Search(query),
            organization,
            (user, readAt) => user.ToModel(organization.Slug, project, readAt),
            cancellationToken);
        await foreach (var user in users.ConfigureAwait(false))
        {
            if (query is null || IsFoundBy(user, query))
            {
                yield return user;
            }
        }
    }

    private static bool IsFoundBy(SentryProjectUser user, string query)
    {
        var (field, value) = (query.Split(':')[0], query[(query.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        string?[] values = field switch
        {
            "id" => [user.Id, user.Identifier],
            "email" => [user.Email],
            "username" => [user.UserName],
            "ip" => [user.IpAddress],
            _ => [value],
        };
        return value.Contains('*', StringComparison.Ordinal) || values.Contains(value, StringComparer.OrdinalIgnoreCase);
    }
}
