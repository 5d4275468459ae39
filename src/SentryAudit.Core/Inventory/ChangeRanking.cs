namespace SentryAudit.Inventory;

/// <summary>
/// Ranks changes: those that decide about access or protection are high, those that people make in their daily work are medium, and those
/// that happen by themselves are low.
/// </summary>
internal static class ChangeRanking
{
    // Their objects decide who is allowed to do what, or who is notified of what.
    private static readonly HashSet<SentryEntityType> Protecting =
    [
        SentryEntityType.Organization,
        SentryEntityType.Member,
        SentryEntityType.TeamMember,
        SentryEntityType.ProjectKey,
        SentryEntityType.AlertRule,
        SentryEntityType.Role,
        SentryEntityType.Integration,
    ];

    private static readonly HashSet<string> ChangingByThemselves = new(StringComparer.Ordinal)
    {
        nameof(SentryMember.LastActive),
        nameof(SentryMember.LastLogin),
        nameof(SentryTeam.MemberCount),
        nameof(SentryProject.LatestRelease),
        nameof(SentryProject.Environments),
        nameof(SentryProject.FirstEvent),
        nameof(SentryProject.HasTransactions),
        nameof(SentryProject.HasSessions),
        nameof(SentryProject.HasReplays),
        nameof(SentryProject.HasProfiles),
        nameof(SentryProject.HasMonitors),
        nameof(SentryProject.HasFeedback),
        nameof(SentryProject.HasUserReports),
        nameof(SentryProject.HasLogs),
        nameof(SentryProject.HasFlags),
        nameof(SentryAlertRule.LastTriggered),
        nameof(SentryMonitor.LastCheckIn),
        nameof(SentryOrganization.PendingAccessRequests),
    };

    // They only describe the object.
    private static readonly HashSet<string> Describing = new(StringComparer.Ordinal)
    {
        nameof(SentryMember.Name),
        nameof(SentryMember.InviterName),
        nameof(SentryMember.DateCreated),
        nameof(SentryMember.DateJoined),
        nameof(SentryProjectKey.Label),
        nameof(SentryOrganization.Slug),
        nameof(SentryOrganization.OrganizationUrl),
        nameof(SentryRole.Description),
        nameof(SentryIntegration.DomainName),
        nameof(SentryTeamMember.TeamSlug),
        nameof(SentryProjectKey.ProjectSlug),
    };

    /// <param name="type">The kind of object.</param>
    /// <param name="property">The property that changed; null if the object was added or removed.</param>
    public static SentryChangeSignificance Rank(SentryEntityType type, string? property)
    {
        if (type is SentryEntityType.Release || (property is not null && ChangingByThemselves.Contains(property)))
        {
            return SentryChangeSignificance.Low;
        }

        return Protecting.Contains(type) && (property is null || !Describing.Contains(property))
            ? SentryChangeSignificance.High
            : SentryChangeSignificance.Medium;
    }
}
