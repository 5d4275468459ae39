using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>How much a change matters.</summary>
public sealed class ChangeRankingTests
{
    [Theory]
    [InlineData(SentryEntityType.Member, null, SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "Role", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "Has2FA", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "Pending", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "LastActive", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Member, "Name", SentryChangeSignificance.Medium)]
    [InlineData(SentryEntityType.TeamMember, "TeamRole", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.ProjectKey, "IsActive", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.AlertRule, "Status", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.AlertRule, "LastTriggered", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Organization, "Require2FA", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Organization, "PendingAccessRequests", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Team, "MemberCount", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Project, null, SentryChangeSignificance.Medium)]
    [InlineData(SentryEntityType.Release, null, SentryChangeSignificance.Low)]
    public void What_decides_about_access_ranks_above_work_and_that_above_counters(
        SentryEntityType type,
        string? property,
        SentryChangeSignificance expected
    ) => Assert.Equal(expected, ChangeRanking.Rank(type, property));
}
