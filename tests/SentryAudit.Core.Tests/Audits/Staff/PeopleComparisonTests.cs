using SentryAudit.Audits.Staff;

namespace SentryAudit.Core.Tests.Audits.Staff;

public sealed class PeopleComparisonTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_person_is_in_both_whatever_the_case()
    {
        var row = Compare(new PeopleComparison("acme", [Person(1, "Ada@Acme.example")], ignoresTag: false), Member("1", "ada@acme.EXAMPLE"))
            .Single();
        Assert.Equal((SentryMemberSide.Both, "1", 1), (row.Side, row.MemberId, row.ReferenceRow));
    }

    [Fact]
    public void A_person_on_one_side_only_is_reported_so()
    {
        var rows = Compare(
            new PeopleComparison("acme", [Person(1, "bob@acme.example")], ignoresTag: false),
            Member("1", "ada@acme.example"));
        Assert.Equal(
            [(SentryMemberSide.InSentryOnly, "ada@acme.example", null), (SentryMemberSide.InReferenceOnly, null, "bob@acme.example")],
            rows.Select(row => (row.Side, row.Email, row.ReferenceEmail)));
    }

    [Fact]
    public void After_an_incomplete_read_nobody_is_said_to_be_missing_in_Sentry()
    {
        var comparison = new PeopleComparison("acme", [Person(1, "bob@acme.example")], ignoresTag: false);
        Assert.Equal(SentryMemberSide.Unknown, comparison.NotFound(isComplete: false, Now).Single().Side);
    }

    [Fact]
    public void An_alias_is_as_good_as_the_address()
    {
        var row = Compare(
                new PeopleComparison("acme", [Person(1, "ada@acme.example", "ADA.lovelace@acme.example")], ignoresTag: false),
                Member("1", "ada.lovelace@acme.example"))
            .Single();
        Assert.Equal((SentryMemberSide.Both, "ada@acme.example"), (row.Side, row.ReferenceEmail));
    }

    [Fact]
    public void A_row_that_fits_two_members_comes_with_both()
    {
        var rows = Compare(
            new PeopleComparison("acme", [Person(1, "ada@acme.example", "a@acme.example")], ignoresTag: false),
            Member("1", "ada@acme.example"),
            Member("2", "a@acme.example"));
        Assert.Equal([SentryMemberSide.Both, SentryMemberSide.Both], rows.Select(row => row.Side));
    }

    [Fact]
    public void Of_two_rows_with_one_address_the_first_counts_and_the_other_is_reported()
    {
        var comparison = new PeopleComparison("acme", [Person(1, "ada@acme.example"), Person(2, "ADA@acme.example")], ignoresTag: false);
        Assert.Equal((2, 1), comparison.Repeated.Select(repeated => (repeated.Person.Row, repeated.First.Row)).Single());
        Assert.Equal(1, Compare(comparison, Member("1", "ada@acme.example")).Single().ReferenceRow);
    }

    [Fact]
    public void A_row_twice_is_missing_once() =>
        Assert.Single(
            new PeopleComparison("acme", [Person(1, "ada@acme.example"), Person(2, "ada@acme.example")], ignoresTag: false).NotFound(
                isComplete: true,
                Now));

    [Theory]
    [InlineData(true, SentryMemberSide.Both)]
    [InlineData(false, SentryMemberSide.InSentryOnly)]
    public void Plus_addresses_count_as_the_address_only_when_asked_for(bool ignoresTag, SentryMemberSide expected) =>
        Assert.Equal(
            expected,
            new PeopleComparison("acme", [Person(1, "ada@acme.example")], ignoresTag).Compare(Member("1", "ada+sentry@acme.example")).Side);

    [Theory]
    [InlineData("member", "Member", true)]
    [InlineData("owner", "member", false)]
    [InlineData("owner", null, null)]
    [InlineData(null, "member", null)]
    public void Roles_are_compared_where_both_are_known(string? role, string? wanted, bool? expected) =>
        Assert.Equal(
            expected,
            new PeopleComparison("acme", [Person(1, "ada@acme.example") with { Role = wanted }], false)
                .Compare(Member("1", "ada@acme.example", role))
                .RoleMatches);

    [Fact]
    public void A_member_without_an_address_is_in_Sentry_only() =>
        Assert.Equal(
            SentryMemberSide.InSentryOnly,
            new PeopleComparison("acme", [Person(1, "ada@acme.example")], false).Compare(Member("1", null)).Side);

    [Theory]
    [InlineData("a@x", "a@x")]
    [InlineData("SMTP:a@x;smtp:b@x;x500:/o=acme", "a@x|b@x")]
    [InlineData("a@x, b@x", "a@x|b@x")]
    [InlineData("nobody", "")]
    [InlineData(null, "")]
    public void Addresses_are_read_out_of_a_column(string? column, string expected) =>
        Assert.Equal(expected, string.Join('|', EmailAddresses.Read(column)));

    [Fact]
    public void Addresses_are_read_out_of_a_list() =>
        Assert.Equal(["a@x", "b@x"], EmailAddresses.Read(new object?[] { "smtp:a@x", null, "b@x" }));

    [Theory]
    [InlineData("mail")]
    [InlineData("EmailAddress")]
    [InlineData("UserPrincipalName")]
    public void The_usual_columns_are_found(string column) =>
        Assert.Equal(
            "a@x",
            new ReferenceColumns(null, [], null)
                .Read(1, new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { [column] = " a@x " })
                .Email);

    [Theory]
    [InlineData("mail", "name", "no column mail")]
    [InlineData(null, "name", "-KeyProperty")]
    [InlineData("name", "name", "no e-mail address")]
    public void A_row_that_names_nobody_is_reported(string? key, string column, string expected) =>
        Assert.Contains(
            expected,
            Assert
                .Throws<FormatException>(() =>
                    new ReferenceColumns(key, [], null).Read(1, new Dictionary<string, object?> { [column] = "Ada" }))
                .Message,
            StringComparison.Ordinal);

    private static List<SentryMemberComparison> Compare(PeopleComparison comparison, params SentryMember[] members) =>
        [.. members.Select(comparison.Compare).ToArray(), .. comparison.NotFound(isComplete: true, Now)];

    private static ReferencePerson Person(int row, string email, params string[] aliases) => new(row, email, aliases, Role: null);

    private static SentryMember Member(string id, string? email, string? role = "member") =>
        new()
        {
            Id = id,
            Email = email,
            Role = role,
            OrganizationSlug = "acme",
        };
}
