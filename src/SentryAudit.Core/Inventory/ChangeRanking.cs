namespace SentryAudit.Inventory;

/// <summary>Ranks changes: what decides about access or protection above what people change in their work, and that above what changes by itself.</summary>
internal static class ChangeRanking
{
    // Their objects decide who may do what, or who is told of what.
    private static readonly HashSet<SentryEntityType> Guarding =
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
        nameof(SentryMember.LastActive), nameof(SentryMember.LastLogin),
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

    // They describe the object; they grant and protect nothing.
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

    /// <param name="property">The property that changed; null when the object came or went.</param>
    public static SentryChangeSignificance Rank(SentryEntityType type, string? property)
    {
        if (type is SentryEntityType.Release || (property is not null && ChangingByThemselves.Contains(property)))
        {
            return SentryChangeSignificance.Low;
        }

        return Guarding.Contains(type) && (property is null || !Describing.Contains(property))
            ? SentryChangeSignificance.High
            : SentryChangeSignificance.Medium;
    }
}
