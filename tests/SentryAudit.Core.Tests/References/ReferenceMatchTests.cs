namespace SentryAudit.Core.Tests.References;

/// <summary>Which objects the text of a key names.</summary>
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

    private static SentryAlertRule Rule() =>
        new()
        {
            Id = "7",
            Name = "High prio",
            Source = SentryAlertRuleSource.Workflow,
            OrganizationSlug = "acme",
        };
}
