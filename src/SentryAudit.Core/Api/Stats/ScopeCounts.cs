using SentryAudit.Requests;

namespace SentryAudit.Api.Stats;

/// <summary>The counts of a scope, without the stats that could not be counted.</summary>
/// <param name="Refused">The projects for which stats are missing; empty when everything was counted.</param>
internal sealed record ScopeCounts(
    EventScope Scope, IReadOnlyList<SentryEventCount> Counts, IReadOnlyList<RefusedProject> Refused);
