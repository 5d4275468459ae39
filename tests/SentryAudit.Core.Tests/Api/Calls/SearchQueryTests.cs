using System.Globalization;
using SentryAudit.Api.Calls;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>What of the named keys can be said in Sentry's search syntax; where it can't, everything is read.</summary>
public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("slug:web", "web")]
    [InlineData("slug:web slug:api", "web", "api")]
    [InlineData("slug:web", "web", "web")]
    [InlineData("id:3 id:4", "3", "4")]
    [InlineData(null, "web", "3")] // different search keys must all hold
    [InlineData(null, "web", "a*")]
    [InlineData(null)]
    [InlineData(null, "two words")]
    [InlineData(null, "a\"b")]
    [InlineData(null, "a\\b")]
    [InlineData(null, "a(b")]
    [InlineData(null, "a)b")]
    [InlineData(null, "a,b")]
    [InlineData("slug:a:b", "a:b")]
    [InlineData("slug:a-b_c.d", "a-b_c.d")]
    public void Keys_become_a_search(string? query, params string[] keys) =>
        Assert.Equal(query, SearchQuery.BySlugOrId([.. keys.Select(key => new ProjectReference(key))]));

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Too_many_keys_for_an_address_are_not_sent(int count, bool sent) =>
        Assert.Equal(
            sent,
            SearchQuery.BySlugOrId([
                .. Enumerable.Range(0, count).Select(n => new ProjectReference(n.ToString(CultureInfo.InvariantCulture))),
            ])
                is not null);

    [Fact]
    public void Wildcard_characters_in_the_key_of_an_object_are_not_sent_as_wildcards() =>
        Assert.Null(SearchQuery.BySlugOrId([new ProjectReference(new SentryProject { Id = "3", Slug = "a*", OrganizationSlug = "acme" })]));

    [Fact]
    public void A_key_without_a_term_makes_the_whole_list_needed() =>
        Assert.Null(
            SearchQuery.For([new MemberReference("a@acme.io"), new MemberReference("Ann")], key =>
                key.Value == "Ann" ? null : $"email:{key.Value}"));
}
