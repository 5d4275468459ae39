using System.Collections.Concurrent;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>What a token may count.</summary>
internal sealed class StatsReach(ApiConnection api)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Lazy<Task>> _confirmed = new(StringComparer.Ordinal);

    /// <summary>
    /// Fails when the token may not read any counts of the organization. Sentry answers a missing scope and a project out of reach in
    /// the same words; the organization as a whole is counted without a look at projects. Sentry is asked once.
    /// </summary>
    public Task ConfirmAsync(OrganizationHome organization, DateWindow window, CancellationToken cancellationToken) =>
        _confirmed.GetOrAdd(
            organization.Slug,
            _ => new Lazy<Task>(() => CountAsync(organization, window, EventCategories.Error, cancellationToken))).Value;

    /// <summary>Whether this Sentry counts a category at all.</summary>
    public async Task<bool> CountsAsync(
        OrganizationHome organization, DateWindow window, string category, CancellationToken cancellationToken)
    {
        try
        {
            await CountAsync(organization, window, category, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SentryApiException unknown) when (unknown.Status is 400)
        {
            return false;
        }
    }

    /// <summary>Those projects whose counts Sentry refuses. Called when it refused some of them together.</summary>
    public async Task<IReadOnlyList<RefusedProject>> FindRefusedAsync(
        OrganizationHome organization, IReadOnlyList<SentryProject> projects, DateWindow window, CancellationToken cancellationToken)
    {
        var groups = new ProjectGroups<WireStats>(
            (some, ct) => CountAsync(organization, window, EventCategories.Error, ct, some),
            answer => answer.Groups?.Length ?? 0,
            ct => ConfirmAsync(organization, window, ct));
        return
        [
            .. (await groups.ReadAsync(projects, cancellationToken).ConfigureAwait(false))
                .Where(group => group.Refusal is not null)
                .Select(group => new RefusedProject(group.Projects[0], group.Refusal!)),
        ];
    }

    private async Task<WireStats> CountAsync(
        OrganizationHome organization,
        DateWindow window,
        string category,
        CancellationToken cancellationToken,
        IReadOnlyList<SentryProject>? projects = null)
    {
        var query = StatsQuery.Of(window.Split(Hour).First().ToBuckets(Hour), Hour)
            .WithAll("project", (projects ?? []).Select(project => project.Id))
            .With("groupBy", "outcome")
            .With("category", category);
        var answer = await api.GetAsync(StatsEndpoints.Stats.Of(organization), query, WireJson.Default.WireStats, cancellationToken)
            .ConfigureAwait(false);
        return answer.Value;
    }
}
