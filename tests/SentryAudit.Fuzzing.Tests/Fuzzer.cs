using System.Collections.Concurrent;
using SentryAudit.Fuzzing.Tests.Judging;
using SentryAudit.Fuzzing.Tests.Mutating;
using SentryAudit.Fuzzing.Tests.Recording;

namespace SentryAudit.Fuzzing.Tests;

/// <summary>Changes answers, asks, and judges what comes of it. Each number is a change of its own, whenever it is made.</summary>
internal sealed class Fuzzer(IReadOnlyList<Case> cases)
{
    /// <summary>Makes some changes, several at the same time.</summary>
    /// <returns>What is wrong with what came of them.</returns>
    public async Task<IReadOnlyCollection<string>> TryAsync(int first, int count)
    {
        var complaints = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(first, count), async (number, _) =>
        {
            foreach (var complaint in await TryAsync(number))
            {
                complaints.Enqueue(complaint);
            }
        });
        return complaints;
    }

    /// <summary>Makes one change.</summary>
    /// <returns>What is wrong with what came of it.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(int number)
    {
        var random = new Random(number);
        var one = cases[number % cases.Count];
        var key = one.Healthy.Asked[random.Next(one.Healthy.Asked.Count)];
        var body = one.Corpus.BodyOf(key);
        if (body.Length == 0)
        {
            return [];
        }

        var mutation = new Mutator(random).Mutate(body);
        var outcome = await one.Corpus.AskAsync(one.Question, key, mutation.Body);
        return
        [
            .. Judge.Complaints(one.Healthy, mutation, outcome)
                .Select(complaint => $"#{number} {one.Question}, {key}, {mutation}: {complaint}"),
        ];
    }
}
