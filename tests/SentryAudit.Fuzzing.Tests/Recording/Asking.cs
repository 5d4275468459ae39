using SentryAudit.Api;
using SentryAudit.Api.Events;
using SentryAudit.Audits.Access;
using SentryAudit.Audits.Graph;
using SentryAudit.Audits.Status;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>Questions of several steps, as the cmdlets take them.</summary>
internal static class Asking
{
    private const int FewIssues = 2;

    public static async IAsyncEnumerable<object> One<T>(Func<Task<T>> read)
        where T : class?
    {
        if (await read() is { } item)
        {
            yield return item;
        }
    }

    public static async IAsyncEnumerable<object> Many<T>(Func<Task<IEnumerable<T>>> read)
        where T : class
    {
        foreach (var item in await read())
        {
            yield return item;
        }
    }

    public static IAsyncEnumerable<object> Parts<TPart, T>(Func<IAsyncEnumerable<ListPart<TPart, T>>> read)
        where T : class => Parts(() => Task.FromResult(read()));

    public static async IAsyncEnumerable<object> Parts<TPart, T>(Func<Task<IAsyncEnumerable<ListPart<TPart, T>>>> read)
        where T : class
    {
        await foreach (var part in await read())
        {
            if (part.Fault is not null)
            {
                throw part.Fault;
            }

            if (part.Item is not null)
            {
                yield return part.Item;
            }
        }
    }

    public static async IAsyncEnumerable<object> MembersWithTeamsAsync(SentryApi api, OrganizationHome acme)
    {
        var teams = await new LiveSource(api).ReadTeamMembershipsAsync(acme, members: null, default);
        await foreach (var member in api.Members.ListAsync(acme, [], teams, default))
        {
            yield return member;
        }
    }

    public static IAsyncEnumerable<object> TeamMembersAsync(SentryApi api, OrganizationHome acme) => Parts(async () =>
        api.TeamMembers.ListAsync(acme, await api.Teams.ListSlugsAsync(acme, default).ReadAllAsync(default), catalog: null, default));

    public static async Task<IEnumerable<EventSource>> IssuesAsync(SentryApi api, OrganizationHome acme)
    {
        var issues = await api.Issues.ListAsync(acme, IssueFilter.None, default).ReadAllAsync(default);
        return issues.Take(FewIssues).Select(issue => new EventSource(issue.Id, issue.ProjectSlug, Window: null));
    }

    public static IAsyncEnumerable<object> StatusAsync(SentryApi api, OrganizationHome acme) =>
        new LiveSource(api).AssessUsersAsync(acme, [], new EarlierRuns(), api.Connection.Site.Clock, default);

    public static async IAsyncEnumerable<object> DeploysAsync(SentryApi api, OrganizationHome acme)
    {
        await foreach (var release in api.Deploys.ListAsync(acme, [new ReleaseReference("*")], default))
        {
            foreach (var deploy in release.Fault is null ? release.Deploys : throw release.Fault)
            {
                yield return deploy;
            }
        }
    }

    public static async IAsyncEnumerable<object> UsageAsync(SentryApi api, OrganizationHome acme, DateWindow window)
    {
        var projects = await api.Projects.ListAsync(acme, [], [], default).ReadAllAsync(default);
        var (rows, refused) = await api.Usage.ReadAsync(acme, projects, category: null, window, default);
        foreach (var row in refused is [] ? rows : throw refused[0].Fault)
        {
            yield return row;
        }
    }

    public static async IAsyncEnumerable<object> CountsAsync(SentryApi api, OrganizationHome acme, DateWindow window)
    {
        var projects = await api.Projects.ListAsync(acme, [], [], default).ReadAllAsync(default);
        var plan = new BucketPlan(window, TimeSpan.FromDays(1), TimeZoneInfo.Utc, api.Connection.Site.Clock.GetUtcNow());
        var request = new EventCountRequest(SentryEventStat.All, EventCategories.Error, plan);
        EventScope[] scopes = [.. projects.Select(EventScope.Of)];
        await foreach (var (_, counts, refused) in api.EventCounts.ListAsync(acme, scopes, request, default))
        {
            foreach (var count in refused is [] ? counts : throw refused[0].Fault)
            {
                yield return count;
            }
        }
    }

    public static async IAsyncEnumerable<object> ProductsAsync(SentryApi api, OrganizationHome acme, DateWindow window)
    {
        var projects = await api.Projects.ListAsync(acme, [], [], default).ReadAllAsync(default);
        await foreach (var (_, features, error) in api.FeatureUsage.ListAsync(acme, projects, window, default))
        {
            foreach (var feature in error is null ? features : throw error)
            {
                yield return feature;
            }
        }
    }

    public static async IAsyncEnumerable<object> AccessAsync(SentryApi api, OrganizationHome acme)
    {
        var source = new LiveSource(api);
        var map = await source.ReadAccessAsync(acme, projects: null, includeOpenMembership: true, default);
        await foreach (var member in source.ListMembersAsync(acme, [], teams: null, default))
        {
            foreach (var row in map.RowsOf(member))
            {
                yield return row;
            }

            if (!map.IsComplete(member))
            {
                throw AccessFaults.UnknownRole(member);
            }
        }

        if (map.Gap is not null)
        {
            throw map.Gap;
        }
    }

    public static async IAsyncEnumerable<object> GraphAsync(
        SentryApi api, OrganizationHome acme, IReadOnlySet<SentryRelationshipType> types)
    {
        var reader = new GraphReader(new LiveSource(api), new GraphSelection(types, new HashSet<GraphNodeKind>(), EffectiveAccess: false));
        await foreach (var element in reader.ReadAsync(acme, default))
        {
            if (element is GraphEdge edge)
            {
                yield return edge;
            }
        }

        if (reader.Unknown.ToException(acme.Slug) is { } unknown)
        {
            throw unknown;
        }
    }
}
