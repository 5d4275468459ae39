using System.Globalization;
using SentryAudit.Common.Text;

namespace SentryAudit.Common.Errors;

/// <summary>Refusals of one kind: what Sentry refuses for fifty projects is one error that lists them.</summary>
internal static class SameRefusals
{
    /// <summary>Whether a failure may be one of many of the same kind.</summary>
    public static bool IsOne(SentryException fault) => fault is SentryApiException { Status: 403, Subject.Object: not null };

    /// <summary>The failures, with refusals of the same kind as one. What is no refusal stays as it is.</summary>
    public static IEnumerable<(SentryException Fault, IReadOnlyList<T> Targets)> Merge<T>(
        IEnumerable<(SentryException Fault, T Target)> faults) =>
        faults.GroupBy(one => KeyOf(one.Fault))
            .Select(group => (Merge([.. group.Select(one => one.Fault)]), (IReadOnlyList<T>)[.. group.Select(one => one.Target)]));

    /// <summary>The one failure that many stand for: the first, which names all objects that were refused in the same way.</summary>
    public static SentryException Of(IEnumerable<SentryException> faults) => Merge(faults.Select(fault => (fault, 0))).First().Fault;

    private static (string? Endpoint, string? Organization, string? Detail, SentryException? Itself) KeyOf(SentryException fault) =>
        fault is SentryApiException refusal && IsOne(refusal)
            ? (refusal.Endpoint, refusal.Subject!.Organization, refusal.Detail, null)
            : (null, null, null, fault);

    private static SentryException Merge(SentryException[] same)
    {
        if (same is not [SentryApiException { Subject: { } subject } first, _, ..])
        {
            return same[0];
        }

        var subjects = same.Cast<SentryApiException>().Select(one => one.Subject!).ToArray();
        string[] names = [.. subjects.Select(one => subject.Kind is null ? one.Object! : one.Name!).Distinct(StringComparer.Ordinal)];
        if (names.Length == 1)
        {
            return first;
        }

        var objects = subject.Kind is null ? "objects" : subject.Kind + "s";
        var detail = string.IsNullOrEmpty(first.Detail) ? "" : $" {first.Detail.TrimEnd('.')}.";
        return new SentryApiException(
            first,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sentry refused access (403) for {names.Length} {objects} of {subject.Organization}: {ObjectNames.Join(names)}.{detail}"),
            first.RecommendedAction.Replace(subject.Object!, $"these {objects}", StringComparison.Ordinal));
    }
}
