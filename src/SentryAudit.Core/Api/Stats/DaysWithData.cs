using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Time;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>
/// When projects sent what in a window. Days are read as such; of a day that is only partly in the window, its hours, where it had
/// any data.
/// </summary>
internal sealed class DaysWithData(ApiConnection api, OrganizationHome organization, DateWindow window)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// For each kind of data, the days on which Sentry accepted some, and on the days at the edges the hours; null if Sentry gave
    /// no counts. With the UTC time of the read.
    /// </summary>
    public async Task<(Dictionary<string, SortedSet<DateTimeOffset>>? Times, DateTimeOffset ReadAt)> ReadAsync(
        SentryProject project, CancellationToken cancellationToken)
    {
        var (times, readAt) = await AskAsync(project, window.ToBuckets(Day), Day, cancellationToken).ConfigureAwait(false);
        foreach (var (day, part) in Edges(readAt))
        {
            if (times?.Values.Any(some => some.Any(day.Contains)) is not true)
            {
                continue;
            }

            var (hours, _) = await AskAsync(project, part, Hour, cancellationToken).ConfigureAwait(false);
            if (hours is null)
            {
                return (null, readAt);
            }

            foreach (var (category, some) in times)
            {
                some.RemoveWhere(day.Contains);
                some.UnionWith((hours.GetValueOrDefault(category) ?? []).Where(part.Contains));
            }
        }

        return (times, readAt);
    }

    /// <summary>Days of which only a part is in the window. Nothing comes after now, so the day that has not ended is whole.</summary>
    private IEnumerable<(DateWindow Day, DateWindow Part)> Edges(DateTimeOffset now)
    {
        var hours = window.ToBuckets(Hour);
        foreach (var day in window.ToBuckets(Day).Split(Day))
        {
            var part = new DateWindow(
                hours.Start > day.Start ? hours.Start : day.Start,
                hours.End < day.End ? hours.End : day.End);
            if (part.Start > day.Start || (part.End < day.End && part.End < now))
            {
                yield return (day, part);
            }
        }
    }

    private async Task<(Dictionary<string, SortedSet<DateTimeOffset>>? Times, DateTimeOffset ReadAt)> AskAsync(
        SentryProject project, DateWindow part, TimeSpan step, CancellationToken cancellationToken)
    {
        var query = StatsQuery.Of(part, step)
            .With("project", project.Id)
            .With("groupBy", "category")
            .With("outcome", EventOutcomes.Accepted);
        var answer = (await api.GetAsync(StatsEndpoints.Stats.Of(organization), query, WireJson.Default.WireStats, cancellationToken)
            .ConfigureAwait(false)).Requiring(static stats => stats.MissingIn(by => by.Category, "category"));
        answer.Value.RefuseIfCut($"project {project}");
        return (answer.Value.TimesWithData(), answer.ReadAt);
    }
}
