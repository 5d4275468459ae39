using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>What a call does in one organization, made ready before anything is done in any of them.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Changes">How many objects it changes.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record PreparedWork(OrganizationHome Organization, int Changes, Func<CancellationToken, Task> RunAsync)
{
    /// <summary>How many objects of the kind the organization has; null when that is not known, or not below what was counted to.</summary>
    public int? Total { get; init; }
}
