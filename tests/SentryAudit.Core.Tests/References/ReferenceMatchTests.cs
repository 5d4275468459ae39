namespace SentryAudit.Core.Tests.References;

/// <summary>Which objects a key names.</summary>
public sealed class ReferenceMatchTests
{
    [Theory]
    [InlineData("web", true)]
    [InlineData("WEB", true)]
    [InlineData("3", true)]
    [InlineData("w*", true)]
    [InlineData("W?B", true)]
    [InlineData("we", false)]
    [InlineData("Web Shop", false)] // a display name is no key
    [InlineData("x*", false)]
    public void A_project_matches_by_slug_or_id(string key, bool matches) =>
        Assert.Equal(
            matches,
            new ProjectReference(key).Matches(
                new SentryProject
                {
                    Id = "3",
                    Slug = "web",
                    Name = "Web Shop",
                    OrganizationSlug = "acme",
                }
            ));

    [Theory]
    [InlineData("be", true)]
    [InlineData("48531", true)]
    [InlineData("B*", true)]
    [InlineData("4853", false)]
    public void A_team_matches_by_slug_or_id(string key, bool matches) =>
        Assert.Equal(matches, new TeamReference(key).Matches(new SentryTeam { Id = "48531", Slug = "be", OrganizationSlug = "acme" }));

    [Theory]
    [InlineData("acme", true)]
    [InlineData("2", true)]
    [InlineData("AC*", true)]
    [InlineData("acm", false)]
    public void An_organization_matches_by_slug_or_id(string key, bool matches) =>
        Assert.Equal(matches, new OrganizationReference(key).Matches(new SentryOrganization { Id = "2", Slug = "acme" }));

    [Theory]
    [InlineData("acme", true)]
    [InlineData("ACME", true)]
    [InlineData("ac*", true)]
    [InlineData("acm", false)]
    public void An_organization_matches_by_its_slug_alone(string key, bool matches) =>
        Assert.Equal(matches, new OrganizationReference(key).MatchesSlug("acme"));

    [Theory]
    [InlineData("573", true)]
    [InlineData("ANN@acme.io", true)]
    [InlineData("ann smith", true)]
    [InlineData("*@acme.io", true)]
    [InlineData("Ann*", true)]
    [InlineData("280", false)] // the id of the account is no key of the membership
    [InlineData("ann", false)]
    public void A_member_matches_by_membership_address_or_name(string key, bool matches)
    {
        Assert.Equal(
            matches,
            new MemberReference(key).Matches(
                new SentryMember
                {
                    Id = "573",
                    UserId = "280",
                    Email = "ann@acme.io",
                    Name = "Ann Smith",
                    OrganizationSlug = "acme",
                }
            ));
        Assert.Equal(
            matches,
            new MemberReference(key).Matches(
                new SentryUserStatus
                {
                    MemberId = "573",
                    UserId = "280",
                    Email = "ann@acme.io",
                    Name = "Ann Smith",
                    OrganizationSlug = "acme",
                }
            ));
    }

    [Theory]
    [InlineData("web@1.0", true)]
    [InlineData("web@*", true)]
    [InlineData("1.0", false)]
    public void A_release_matches_by_version(string key, bool matches) =>
        Assert.Equal(
            matches,
            new ReleaseReference(key).Matches(
                new SentryRelease
                {
                    Id = "2/web@1.0",
                    Version = "web@1.0",
                    ShortVersion = "1.0",
                    OrganizationSlug = "acme",
                }
            ));

    [Theory]
    [InlineData("web-1f", true)]
    [InlineData("9", true)]
    [InlineData("WEB-*", true)]
    [InlineData("WEB-1", false)]
    public void An_issue_matches_by_short_id_or_id(string key, bool matches) =>
        Assert.Equal(matches, new IssueReference(key).Matches(new SentryIssue { Id = "9", ShortId = "WEB-1F", OrganizationSlug = "acme" }));

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
    [InlineData("9FAC2CEE", true)]
    [InlineData("9fac-2cee", true)] // as Sentry's pages write it
    [InlineData("9fac*", true)]
    [InlineData("9fac", false)]
    public void An_event_matches_by_id(string key, bool matches) =>
        Assert.Equal(matches, new EventReference(key).Matches("9fac2cee", "acme"));

    [Theory]
    [InlineData("7", true)]
    [InlineData("high PRIO", true)]
    [InlineData("High*", true)]
    [InlineData("High", false)]
    public void An_alert_rule_matches_by_id_or_name(string key, bool matches) =>
        Assert.Equal(matches, new AlertRuleReference(key).Matches(Rule()));

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
        Assert.Equal(matches, new ProjectReference(Estate("acme")).Matches(Estate(organization)));
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

    [Theory]
    [InlineData("v`*", "v*", true)]
    [InlineData("v`*", "v1", false)]
    [InlineData("[v]1", "v1", true)]
    public void Escaped_wildcards_are_literal(string key, string version, bool matches) =>
        Assert.Equal(
            matches,
            new ReleaseReference(key).Matches(
                new SentryRelease
                {
                    Id = "",
                    Version = version,
                    OrganizationSlug = "acme",
                }
            ));

    private static SentryAlertRule Rule() =>
        new()
        {
            Id = "7",
            Name = "High prio",
            Source = SentryAlertRuleSource.Workflow,
            OrganizationSlug = "acme",
        };

    private static SentryProject Estate(string organization) => new() { Id = "3", Slug = "web", OrganizationSlug = organization };

    private static SentryRelease Release(string organization) =>
        new()
        {
            Id = $"{organization}/v1",
            Version = "v1",
            OrganizationSlug = organization,
        };

    [Theory]
    [InlineData("CPU [prod]", true)]
    [InlineData("cpu [PROD]", true)]
    [InlineData("CPU p", true)]
    [InlineData("CPU prod", false)]
    public void A_name_that_looks_like_a_pattern_is_found_as_well(string name, bool expected) =>
        Assert.Equal(
            expected,
            new AlertRuleReference("CPU [prod]").Matches(
                new SentryAlertRule
                {
                    Id = "1",
                    Name = name,
                    OrganizationSlug = "acme",
                }
            ));
}
