using SentryAudit.Fuzzing.Tests.Mutating;
using SentryAudit.Fuzzing.Tests.Recording;

namespace SentryAudit.Fuzzing.Tests.Judging;

/// <summary>What must hold whatever an answer says.</summary>
internal static class Judge
{
    /// <summary>What is wrong with an outcome; nothing when all is as it must be.</summary>
    public static IEnumerable<string> Complaints(Outcome healthy, Mutation mutation, Outcome outcome)
    {
        if (outcome.Fault is { } fault)
        {
            return fault is not SentryException ? [$"uncategorised: {fault}"]
                : IsMisunderstood(fault) ? [$"a mapping failed: {fault.InnerException ?? fault}"]
                : [];
        }

        return mutation.OnlyTakesAway ? Differences(mutation, Shape.Of(healthy.Items), Shape.Of(outcome.Items)) : [];
    }

    private static bool IsMisunderstood(Exception fault) =>
        fault.Message.Contains("something unexpected", StringComparison.Ordinal);

    private static IEnumerable<string> Differences(
        Mutation mutation, Dictionary<string, Shape> before, Dictionary<string, Shape> after)
    {
        foreach (var key in before.Keys.Where(key => !after.ContainsKey(key) && !Exceptions.MeansNone(mutation)))
        {
            yield return $"lost without a word: {key}";
        }

        foreach (var (key, shape) in after)
        {
            if (!before.TryGetValue(key, out var known))
            {
                yield return $"came from nowhere: {key}";
                continue;
            }

            foreach (var (name, value) in shape.Values)
            {
                var property = $"{shape.Key.Split(' ')[0]}.{name}";
                if (value is not null && value != known.Values[name] && !Exceptions.Allow(property, mutation))
                {
                    yield return $"{property} was {known.Values[name] ?? "unknown"} and is now {value}";
                }
            }
        }
    }
}
