using static SentryAudit.Core.Tests.Support.People;

namespace SentryAudit.Core.Tests.Audits.Status;

public sealed class EarlierRunsTests
{
    [Fact]
    public void Rows_are_kept_by_organization_in_any_case()
    {
        var runs = Runs(Row("1"), Row("2") with { OrganizationSlug = "ACME" }, Row("3") with { OrganizationSlug = "other" });

        Assert.Equal((2, 1, 0), (runs.CountOf("Acme"), runs.CountOf("other"), runs.CountOf("third")));
        Assert.Equal(["acme", "other"], runs.Organizations.Order(StringComparer.Ordinal));
        Assert.Equal(["1", "2"], runs.For("acme").Unlisted.Select(person => person.Latest.MemberId!));
    }

    [Fact]
    public void An_organization_without_rows_has_an_empty_history() => Assert.Empty(Runs(Row("1")).For("other").Unlisted);
}
