using SentryAudit.Common.Streams;
using SentryAudit.References;

namespace SentryAudit.Core.Tests.References;

/// <summary>What one input object names belongs together, and with nothing of another.</summary>
public sealed class KeyPairsTests
{
    private static readonly SentryMember[] Members = [Member("1", "ada", "Ada"), Member("2", "ben", "Twin"), Member("3", "cleo", "Twin")];
    private static readonly SentryTeam[] Teams = [Team("web"), Team("api"), Team("ops")];

    private readonly KeyPairs<MemberReference, SentryMember, TeamReference, SentryTeam> _pairs = new(
        static (key, member) => key.Matches(member),
        static (key, team) => key.Matches(team));

    [Fact]
    public void Rows_are_not_mixed()
    {
        Add(["ada@acme.example"], ["web"]);
        Add(["ben@acme.example"], ["api"]);

        Assert.Equal("ada web, ben api", Text());
    }

    [Fact]
    public void Within_a_row_each_goes_with_each()
    {
        Add(["ada@acme.example", "ben@acme.example"], ["web", "api"]);

        Assert.Equal("ada web, ada api, ben web, ben api", Text());
    }

    [Fact]
    public void A_pair_counts_once()
    {
        Add(["ada@acme.example"], ["web"]);
        Add(["1"], ["w*"]);

        Assert.Equal("ada web", Text());
    }

    [Fact]
    public void A_name_that_several_have_makes_no_pair_and_is_reported()
    {
        Add(["Twin"], ["web"]);
        Add(["ada@acme.example"], ["web"]);

        var (pairs, ambiguous) = _pairs.Among(Members, Teams, static _ => true);

        Assert.Equal("1", Assert.Single(pairs).Left.Id);
        Assert.Equal("Twin", Assert.Single(ambiguous).Value);
        Assert.Empty(_pairs.Unmatched);
    }

    [Fact]
    public void A_pattern_may_mean_several()
    {
        Add(["Twi*"], ["web"]);

        Assert.Equal("ben web, cleo web", Text());
    }

    [Theory]
    [InlineData("nobody@acme.example", "web", "nobody@acme.example")]
    [InlineData("ada@acme.example", "nothing", "nothing")]
    [InlineData("nobody@acme.example", "nothing", "nobody@acme.example nothing")]
    public void A_name_that_nothing_has_is_reported(string member, string team, string expected)
    {
        Add([member], [team]);

        Assert.Equal("", Text());
        Assert.Equal(expected, string.Join(' ', _pairs.Unmatched.Select(key => key.Value)));
    }

    [Fact]
    public void Without_names_on_both_sides_there_is_no_pair()
    {
        Add([], ["web"]);
        Add(["ada@acme.example"], []);

        Assert.Equal("", Text());
    }

    [Fact]
    public async Task Only_keys_that_apply_are_listed_and_a_side_without_keys_is_not()
    {
        Add(["ada@acme.example", "ben@acme.example"], ["web"]);

        var (pairs, ambiguous) = await _pairs.LookUpAsync(
            static key => key.Value == "ada@acme.example",
            keys => Members.Where(member => keys.Any(key => key.Matches(member))).AsStream(CancellationToken.None),
            static _ => throw new InvalidOperationException("No key of a team applies."),
            CancellationToken.None);

        Assert.Empty(pairs);
        Assert.Empty(ambiguous);
        Assert.Equal(["ben@acme.example", "web"], _pairs.Unmatched.Select(key => key.Value));
    }

    [Fact]
    public async Task Names_found_in_different_organizations_make_no_pair()
    {
        Add(["ada@acme.example"], ["web"]);

        await LookUpAsync("ada@acme.example", Members, []);
        await LookUpAsync("web", [], Teams);

        var (left, right) = Assert.Single(_pairs.AcrossOrganizations);
        Assert.Equal(("ada@acme.example", "web"), (left.Value, right.Value));
    }

    private async Task LookUpAsync(string applying, SentryMember[] members, SentryTeam[] teams) =>
        await _pairs.LookUpAsync(
            key => key.Value == applying,
            _ => members.AsStream(CancellationToken.None),
            _ => teams.AsStream(CancellationToken.None),
            CancellationToken.None);

    private void Add(string[] members, string[] teams) =>
        _pairs.Add([.. members.Select(value => new MemberReference(value))], [.. teams.Select(value => new TeamReference(value))]);

    private string Text() =>
        string.Join(
            ", ",
            _pairs.Among(Members, Teams, static _ => true).Pairs.Select(pair => $"{pair.Left.Email!.Split('@')[0]} {pair.Right.Slug}"));

    private static SentryMember Member(string id, string name, string display) =>
        new()
        {
            Id = id,
            Email = name + "@acme.example",
            Name = display,
            OrganizationSlug = "acme",
        };

    private static SentryTeam Team(string slug) => new() { Id = "9" + slug.Length, Slug = slug, OrganizationSlug = "acme" };
}
