using SentryAudit.Requests;

namespace SentryAudit.Core.Tests.Requests;

/// <summary>What a change sends and says: what was asked for and differs, and nothing else.</summary>
public sealed class PlannedChangeTests
{
    private static readonly SentryOrganization Organization = new()
    {
        Id = "1",
        Slug = "acme",
        OpenMembership = true,
        StoreCrashReports = 5,
        SensitiveFields = new StringList(["token"]),
    };

    [Fact]
    public void Only_what_was_asked_for_is_sent() =>
        Assert.Equal(
            """{"openMembership":false,"sensitiveFields":[]}""",
            Settings()
                .Add("openMembership", "open membership", static o => o.OpenMembership, false)
                .Add("enhancedPrivacy", "privacy", static o => o.EnhancedPrivacy, (bool?)null)
                .Add("sensitiveFields", "fields", static o => o.SensitiveFields, Array.Empty<string>())
                .ToBody()
                .ToJsonString());

    [Fact]
    public void Only_what_differs_is_in_the_description() =>
        Assert.Equal(
            "Change the open membership from on to off, fields from token to none",
            PropertyChange.Describe(
                Settings()
                    .Add("a", "open membership", static o => o.OpenMembership, false)
                    .Add("b", "crash reports", static o => o.StoreCrashReports, 5)
                    .Add("c", "fields", static o => o.SensitiveFields, Array.Empty<string>())
                    .Differences(Organization)));

    [Fact]
    public void An_unknown_setting_is_not_the_one_wanted() =>
        Assert.Equal(
            "Change the privacy from unknown to off",
            PropertyChange.Describe(Settings().Add("a", "privacy", static o => o.EnhancedPrivacy, false).Differences(Organization)));

    [Fact]
    public void Nothing_to_change_makes_no_sentence() =>
        Assert.Null(
            PropertyChange.Describe(Settings().Add("a", "open membership", static o => o.OpenMembership, true).Differences(Organization)));

    [Fact]
    public void Half_a_rate_limit_is_sent_with_its_other_half()
    {
        var key = new SentryProjectKey
        {
            Id = "1",
            OrganizationSlug = "acme",
            RateLimitCount = 100,
            RateLimitWindow = TimeSpan.FromMinutes(1),
        };

        Assert.Equal(
            """{"rateLimit":{"count":500,"window":60}}""",
            new ProjectKeyChange { RateLimitCount = 500 }
                .ToBody(key)
                .ToJsonString());
        Assert.Equal(
            """{"rateLimit":null}""",
            new ProjectKeyChange { IsUnlimited = true }
                .ToBody(key)
                .ToJsonString());
        Assert.Equal(
            """{"name":"Second"}""",
            new ProjectKeyChange { Label = "Second" }
                .ToBody(key)
                .ToJsonString());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(86_400, true)]
    [InlineData(86_401, false)]
    [InlineData(1.5, false)]
    public void A_rate_limit_counts_whole_seconds_of_a_day_at_most(double seconds, bool isTaken) =>
        Assert.Equal(isTaken, ProjectKeyLimits.AgainstWindow(TimeSpan.FromSeconds(seconds)) is null);

    [Fact]
    public void An_issue_is_ignored_for_minutes_or_until_it_escalates()
    {
        Assert.Equal(
            """{"status":"ignored","statusDetails":{"ignoreDuration":90}}""",
            new IssueChange { Status = "ignored", IgnoredFor = TimeSpan.FromMinutes(90) }
                .ToBody()
                .ToJsonString());
        Assert.Equal(
            """{"status":"ignored","statusDetails":{},"substatus":"archived_until_escalating"}""",
            new IssueChange { Status = "ignored", Substatus = "archived_until_escalating" }
                .ToBody()
                .ToJsonString());
        Assert.Equal(
            """{"status":"resolved","statusDetails":{"inNextRelease":true}}""",
            new IssueChange { Status = "resolved", IsInNextRelease = true }
                .ToBody()
                .ToJsonString());
        Assert.Equal(
            """{"assignedTo":"team:45"}""",
            new IssueChange { Assignee = "team:web", Actor = "team:45" }
                .ToBody()
                .ToJsonString());
        Assert.Equal(
            """{"assignedTo":""}""",
            new IssueChange { Assignee = "", Actor = "" }
                .ToBody()
                .ToJsonString());
    }

    private static SettingsChange<SentryOrganization> Settings() => new();
}
