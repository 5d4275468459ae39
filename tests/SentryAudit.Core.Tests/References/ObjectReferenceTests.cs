namespace SentryAudit.Core.Tests.References;

/// <summary>An object as a key names itself, and nothing that resembles it.</summary>
public sealed class ObjectReferenceTests
{
    [Theory]
    [InlineData("acme", "9", "WEB-1", true)]
    [InlineData("other", "9", "WEB-1", false)]
    [InlineData("acme", "8", "9", false)] // another issue that is called by this one's id
    public void An_issue_object_matches_that_issue_alone(string organization, string id, string shortId, bool matches) =>
        Assert.Equal(
            matches,
            new IssueReference(
                new SentryIssue
                {
                    Id = "9",
                    ShortId = "X-1",
                    OrganizationSlug = "acme",
                }
            ).Matches(
                new SentryIssue
                {
                    Id = id,
                    ShortId = shortId,
                    OrganizationSlug = organization,
                }
            ));

    [Theory]
    [InlineData("acme", SentryAlertRuleSource.Workflow, "7", "n", true)]
    [InlineData("other", SentryAlertRuleSource.Workflow, "7", "n", false)]
    [InlineData("acme", SentryAlertRuleSource.LegacyRule, "7", "n", false)] // ids of different sources are unrelated
    [InlineData("acme", SentryAlertRuleSource.Workflow, "8", "7", false)] // another rule whose name is this one's id
    public void An_alert_rule_object_matches_that_rule_alone(
        string organization,
        SentryAlertRuleSource source,
        string id,
        string name,
        bool matches) =>
        Assert.Equal(
            matches,
            new AlertRuleReference(Rule()).Matches(
                new SentryAlertRule
                {
                    Id = id,
                    Name = name,
                    Source = source,
                    OrganizationSlug = organization,
                }
            ));

    [Theory]
    [InlineData("acme", "573", "n", true)]
    [InlineData("other", "573", "n", false)]
    [InlineData("acme", "574", "573", false)] // somebody whose name is this one's id
    public void A_member_object_matches_that_member_alone(string organization, string id, string name, bool matches)
    {
        var reference = new MemberReference(new SentryMember { Id = "573", OrganizationSlug = "acme" });

        Assert.Equal(matches, reference.Matches(new SentryMember { Id = id, Name = name, OrganizationSlug = organization }));
        Assert.Equal(matches, reference.Matches(new SentryUserStatus { MemberId = id, Name = name, OrganizationSlug = organization }));
    }

    [Theory]
    [InlineData("acme", true)]
    [InlineData("other", false)]
    public void Objects_are_looked_for_in_their_own_organization(string organization, bool matches)
    {
        Assert.Equal(
            matches,
            new TeamReference(
                new SentryTeam
                {
                    Id = "1",
                    Slug = "be",
                    OrganizationSlug = "acme",
                }
            ).Matches(
                new SentryTeam
                {
                    Id = "1",
                    Slug = "be",
                    OrganizationSlug = organization,
                }
            ));
        Assert.Equal(matches, new ProjectReference(Project("acme")).Matches(Project(organization)));
        Assert.Equal(matches, new ReleaseReference(Release("acme")).Matches(Release(organization)));
    }

    [Fact]
    public void A_natural_key_with_wildcard_characters_is_not_a_pattern() =>
        Assert.False(
            new ReleaseReference(
                new SentryRelease
                {
                    Id = "2/v*",
                    Version = "v*",
                    OrganizationSlug = "acme",
                }
            ).Matches(Release("acme")));

    private static SentryAlertRule Rule() =>
        new()
        {
            Id = "7",
            Name = "High prio",
            Source = SentryAlertRuleSource.Workflow,
            OrganizationSlug = "acme",
        };

    private static SentryProject Project(string organization) => new() { Id = "3", Slug = "web", OrganizationSlug = organization };

    private static SentryRelease Release(string organization) =>
        new()
        {
            Id = $"{organization}/v1",
            Version = "v1",
            OrganizationSlug = organization,
        };
}
