using System.Collections.Frozen;
using SentryAudit.Fuzzing.Tests.Mutating;

namespace SentryAudit.Fuzzing.Tests.Judging;

/// <summary>Properties that may rightly say something else when something is taken away, each with its reason.</summary>
internal static class Exceptions
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SentryMember.Status"] = "The table of user status: all other cases are Inactive.",
        ["SentryUserStatus.Status"] = "The same.",
        ["SentryUserStatus.Reason"] = "The same.",
        ["SentryUserStatus.EverActive"] = "It follows from the status.",
        ["SentryAuditLogEntry.ActorName"] = "The name of the account stands in for that of the person.",
        ["SentryAuditLogEntry.Data"] = "It shows what there is of free JSON.",
        ["SentryAuditLogEntry.Note"] = "More is hidden where it is not known what it is about.",
        ["SentryEventEntry.Summary"] = "It is made of free JSON.",
        ["SentryIssue.Assignee"] = "The id stands in for a name.",
        ["SentryIssue.Type"] = "The older name of the field stands in for the newer one.",
        ["SentryEvent.Type"] = "The same.",
        ["SentryMonitor.AlertRules"] = "The id stands in for a name.",
        ["SentryMonitor.Environments"] = "Null is Sentry's word for all environments.",
        ["SentryMonitor.Environment"] = "The same.",
        ["SentryFeatureUsage.FirstEvidence"] = "Null is Sentry's word for no first event.",
        ["SentryFeatureUsage.Source"] = "Fewer sources are left.",
        ["SentryAlertRule.Actions"] = "An action of which less is told is described with less.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Allow(string property, Mutation mutation) => Reasons.ContainsKey(property) || MeansNone(mutation);

    /// <summary>Whether null is a word of Sentry's there: a detector of no project.</summary>
    public static bool MeansNone(Mutation mutation) =>
        mutation.Kind is MutationKind.Null && mutation.Path.EndsWith(".projectId", StringComparison.Ordinal);
}
