namespace SentryAudit.Core.Tests.References;

/// <summary>What all references have in common: text or object, literal or pattern.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<Func<string, EntityReference>> FromText => new()
    {
        text => new OrganizationReference(text),
        text => new MemberReference(text),
        text => new TeamReference(text),
        text => new ProjectReference(text),
        text => new ReleaseReference(text),
        text => new AlertRuleReference(text),
        text => new IssueReference(text),
        text => new EventReference(text),
    };

    public static TheoryData<EntityReference, string> FromObject => new()
    {
        { new OrganizationReference(new SentryOrganization { Id = "2", Slug = "acme" }), "acme" },
        { new MemberReference(new SentryMember { Id = "573", Email = "a@acme.io", OrganizationSlug = "acme" }), "573" },
        { new MemberReference(new SentryUserStatus { MemberId = "573", Email = "a@acme.io", OrganizationSlug = "acme" }), "573" },
        { new MemberReference(new SentryUserStatus { Email = "a@acme.io", OrganizationSlug = "acme" }), "a@acme.io" },
        { new TeamReference(new SentryTeam { Id = "1", Slug = "be", OrganizationSlug = "acme" }), "be" },
        { new ProjectReference(new SentryProject { Id = "3", Slug = "web", OrganizationSlug = "acme" }), "web" },
        { new ReleaseReference(new SentryRelease { Id = "2/v*", Version = "v*", OrganizationSlug = "acme" }), "v*" },
        { new AlertRuleReference(new SentryAlertRule { Id = "7", Name = "n", OrganizationSlug = "acme" }), "7" },
        { new IssueReference(new SentryIssue { Id = "9", ShortId = "WEB-1", OrganizationSlug = "acme" }), "9" },
        { new EventReference(new SentryEvent { EventId = "9fac", OrganizationSlug = "acme" }), "9fac" },
    };

    [Theory]
    [MemberData(nameof(FromText))]
    public void Text_names_something_of_any_organization(Func<string, EntityReference> make)
    {
        var reference = make("  Web-1  ");

        Assert.Equal(("Web-1", "Web-1", null, false), (reference.Value, reference.ToString(), reference.Organization, reference.IsPattern));
        Assert.True(reference.IsIn("acme"));
        Assert.NotEmpty(reference.Kind);
    }

    [Theory]
    [MemberData(nameof(FromText))]
    public void Wildcards_make_a_pattern(Func<string, EntityReference> make) =>
        Assert.All(["w*", "w?b", "[wx]eb", "w`*"], text => Assert.True(make(text).IsPattern, text));

    [Theory]
    [MemberData(nameof(FromText))]
    public void Empty_text_is_no_key(Func<string, EntityReference> make) =>
        Assert.All(["", " ", "\t", null], text => Assert.Throws<ArgumentException>(() => make(text!)));

    [Theory]
    [MemberData(nameof(FromObject))]
    public void An_object_names_itself_in_its_organization(EntityReference reference, string value)
    {
        Assert.Equal((value, "acme", false), (reference.Value, reference.Organization, reference.IsPattern));
        Assert.True(reference.IsIn("ACME"));
        Assert.False(reference.IsIn("other"));
    }

    [Theory]
    [InlineData("573", true)]
    [InlineData("4505281256090153999", true)]
    [InlineData("web", false)]
    [InlineData("5a", false)]
    [InlineData("5*", false)]
    [InlineData("٥", false)] // a digit elsewhere, not in Sentry's ids
    public void Digits_alone_are_an_id(string text, bool isId) => Assert.Equal(isId, new ProjectReference(text).IsId);

    [Fact]
    public void A_status_that_names_nobody_cannot_be_referred_to() =>
        Assert.Throws<ArgumentException>(() => new MemberReference(new SentryUserStatus { UserId = "280", OrganizationSlug = "acme" }));
}
