using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Models;

namespace SentryAudit.Api.Events;

/// <summary>Whether issues come in the order that was asked for: some servers drop an order that they do not know.</summary>
internal static class IssueOrder
{
    // A page: the order of the first one decides.
    private const int Looked = 100;
    private const int FewestPairs = 4;

    /// <summary>The same issues. Where they carry what they should be sorted by, and are not, a warning says so before the first.</summary>
    public static IAsyncEnumerable<SentryIssue> WarnUnlessSorted(
        this IAsyncEnumerable<SentryIssue> issues,
        ApiConnection api,
        OrganizationHome organization,
        string? sort,
        CancellationToken cancellationToken)
    {
        (string Property, Func<SentryIssue, long?> Value)? by = sort switch
        {
            "date" => (nameof(SentryIssue.LastEvent), static issue => issue.LastEvent?.UtcTicks),
            "new" => (nameof(SentryIssue.FirstEvent), static issue => issue.FirstEvent?.UtcTicks),
            "freq" => (nameof(SentryIssue.EventCount), static issue => issue.EventCount),
            "user" => (nameof(SentryIssue.UserCount), static issue => issue.UserCount),
            _ => null,
        };
        void Warn(string property) => api.Observer.OnNote(
            $"This Sentry does not sort issues of {organization} by '{sort}': they come in another order. "
                + $"Sort them with Sort-Object {property} -Descending.",
            isWarning: true);
        return by is { } known ? LookAsync(issues, known.Value, () => Warn(known.Property), cancellationToken) : issues;
    }

    private static async IAsyncEnumerable<SentryIssue> LookAsync(
        IAsyncEnumerable<SentryIssue> issues,
        Func<SentryIssue, long?> value,
        Action warn,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var source = issues.WithCancellation(cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        var first = new List<SentryIssue>();
        SentryException? fault = null;
        try
        {
            while (first.Count < Looked && await source.MoveNextAsync())
            {
                first.Add(source.Current);
            }
        }
        catch (SentryException broken)
        {
            // What came before it is given all the same.
            fault = broken;
        }

        if (!IsFalling([.. first.Select(value).OfType<long>()]))
        {
            warn();
        }

        foreach (var issue in first)
        {
            yield return issue;
        }

        if (fault is not null)
        {
            throw fault;
        }

        while (first.Count == Looked && await source.MoveNextAsync())
        {
            yield return source.Current;
        }
    }

    // Numbers may change between the sorting and the answer, so single steps upwards are no proof: in no order, every other step is one.
    private static bool IsFalling(long[] values)
    {
        var pairs = values.Zip(values.Skip(1)).ToArray();
        return pairs.Length < FewestPairs || pairs.Count(pair => pair.First < pair.Second) * 3 <= pairs.Length;
    }
}
