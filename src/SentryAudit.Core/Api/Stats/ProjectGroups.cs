using SentryAudit.Api.Calls;
using SentryAudit.Common.Streams;

namespace SentryAudit.Api.Stats;

/// <summary>
/// Asks for the counts of many projects in groups. Sentry ends a grouped answer at 10,000 rows without a word, and refuses the whole
/// request when one project is out of reach: a group whose answer may be cut, or is refused, is asked for again in two halves.
/// </summary>
/// <param name="read">Reads the counts of some projects.</param>
/// <param name="rows">How many rows of Sentry's store an answer has at most.</param>
/// <param name="confirm">Fails when the token may not read counts at all. Asked after a refusal.</param>
internal sealed class ProjectGroups<T>(
    Func<IReadOnlyList<SentryProject>, CancellationToken, Task<T>> read, Func<T, int> rows, Func<CancellationToken, Task> confirm)
    where T : class
{
    /// <summary>All 17 kinds of data and all outcomes of so many projects are less than half of what Sentry gives at once.</summary>
    public const int Most = 40;

    // Sentry answers some kinds of data under one name, so that a cut answer shows somewhat fewer rows than the limit.
    private const int MostTrusted = 5_000;

    public async Task<IReadOnlyList<ProjectGroup<T>>> ReadAsync(
        IReadOnlyList<SentryProject> projects, CancellationToken cancellationToken)
    {
        var all = new List<ProjectGroup<T>>();
        var answers = projects.Chunk(Most).SelectInParallel(ApiConnection.Parallelism, ReadAnyAsync, cancellationToken);
        await foreach (var groups in answers.ConfigureAwait(false))
        {
            all.AddRange(groups);
        }

        return all;
    }

    private async Task<IReadOnlyList<ProjectGroup<T>>> ReadAnyAsync(SentryProject[] projects, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await read(projects, cancellationToken).ConfigureAwait(false);
            if (rows(answer) <= MostTrusted)
            {
                return [new ProjectGroup<T>(projects, answer, Refusal: null)];
            }

            if (projects is [var tooLong])
            {
                throw StatsFaults.Cut($"project {tooLong}");
            }
        }
        catch (SentryApiException refusal) when (StatsFaults.IsOutOfReach(refusal))
        {
            await confirm(cancellationToken).ConfigureAwait(false);
            if (projects is [_])
            {
                return [new ProjectGroup<T>(projects, Answer: null, refusal)];
            }
        }

        var half = projects.Length / 2;
        return
        [
            .. await ReadAnyAsync(projects[..half], cancellationToken).ConfigureAwait(false),
            .. await ReadAnyAsync(projects[half..], cancellationToken).ConfigureAwait(false),
        ];
    }
}
