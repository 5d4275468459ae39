using System.Globalization;
using SentryAudit.Audits.Status;
using SentryAudit.Core.Tests.Support;
using static SentryAudit.Core.Tests.Support.People;

namespace SentryAudit.Core.Tests.Audits.Status;

/// <summary>Rows of Import-Csv: everything is text, and columns may be missing.</summary>
public sealed class EarlierRowTests
{
    private static EarlierRow Read(Dictionary<string, object?> columns) =>
        EarlierRow.From(new EarlierColumns(columns, EarlierDates.Of([columns])));

    private static readonly DateTimeOffset Written = new(2026, 8, 13, 18, 25, 3, TimeSpan.Zero);

    public static TheoryData<string, string, string> Dates => new()
    {
        { "de-DE", "13.08.2026 18:25:03 +00:00", "the German form" },
        { "de-DE", "13.08.2026 20:25:03 +02:00", "an offset" },
        { "de-DE", "08/13/2026 18:25:03 +00:00", "the invariant form" },
        { "de-DE", "2026-08-13T18:25:03Z", "ISO" },
        { "en-US", "8/13/2026 6:25:03 PM +00:00", "the American form" },
        { "en-US", "8/13/2026 6:25:03 PM", "no offset, which is UTC" },
        { "en-US", "2026-08-13T18:25:03.0000000+00:00", "the round-trip form" },
        { "en-US", "2026-08-13 18:25:03Z", "ISO with a blank" },
        { "en-GB", "13/08/2026 18:25:03 +00:00", "the British form" },
        { "th-TH", "2026-08-13T18:25:03Z", "ISO where the calendar counts other years" },
        { "th-TH", "2026-08-13 18:25:03Z", "ISO with a blank where the calendar counts other years" },
        { "", "08/13/2026 18:25:03 +00:00", "the invariant culture" },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_read_as_Export_Csv_wrote_it(string culture, string text, string form)
    {
        using var scope = new CultureScope(culture);

        var row = Read(Columns(("DateCreated", text), ("LastActive", text), ("LastSeen", text), ("LastUpdated", text)));

        Assert.True(Written == row.LastUpdated, $"{form}: {row.LastUpdated:o}");
        Assert.Equal((Written, Written, Written), (row.DateCreated, row.LastActive, row.LastSeen));
        Assert.Equal(TimeSpan.Zero, row.LastUpdated!.Value.Offset);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    [InlineData("fr-FR")]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("")]
    public void Every_culture_reads_back_what_it_wrote(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal(Written, Read(Columns(("LastUpdated", Written.ToString(CultureInfo.CurrentCulture)))).LastUpdated);
    }

    [Fact]
    public void Dates_that_are_dates_already_are_taken_as_UTC()
    {
        var row = Read(Columns(("LastSeen", Written.ToOffset(TimeSpan.FromHours(2))), ("LastUpdated", Written.UtcDateTime)));

        Assert.Equal((Written, Written), (row.LastSeen, row.LastUpdated));
    }

    [Fact]
    public void Every_column_is_read()
    {
        var row = Read(
            Columns(
                ("OrganizationSlug", " acme "),
                ("MemberId", "573"),
                ("UserId", "280"),
                ("Email", "ann@acme.io"),
                ("Name", "Ann"),
                ("Role", "owner"),
                ("Status", "suspended")));

        Assert.Equal(
            ("acme", "573", "280", "ann@acme.io", "Ann", "owner"),
            (row.OrganizationSlug, row.MemberId, row.UserId, row.Email, row.Name, row.Role));
        Assert.Equal(SentryUserStatusKind.Suspended, row.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Empty_cells_are_unknown(string? cell)
    {
        var row = Read(
            Columns(
                ("UserId", cell),
                ("Email", cell),
                ("EverActive", cell),
                ("PreviousStatus", cell),
                ("LastSeen", cell),
                ("LastUpdated", cell),
                ("Status", "Inactive")));

        Assert.Equal((null, null, false, null, null), (row.UserId, row.Email, row.EverActive, row.LastSeen, row.LastUpdated));
    }

    [Theory]
    [InlineData("MemberId")]
    [InlineData("UserId")]
    [InlineData("Email")]
    public void One_key_is_enough(string key) => Read(Columns(("MemberId", null), (key, "x")));

    [Theory]
    [InlineData("Status", "Active")]
    [InlineData("Status", "ACTIVE")]
    [InlineData("EverActive", "True")]
    [InlineData("EverActive", "true")]
    [InlineData("PreviousStatus", "Active")]
    [InlineData("Reason", "GoneAfterActive")]
    public void Any_of_these_columns_shows_that_a_person_was_active(string column, string value) =>
        Assert.True(Read(Columns(("Status", "Inactive"), (column, value))).EverActive);

    [Theory]
    [InlineData("EverActive", "False")]
    [InlineData("PreviousStatus", "Suspended")]
    [InlineData("Reason", "Gone")]
    [InlineData("Reason", "NotAssessed")]
    public void None_of_these_columns_shows_that_a_person_was_active(string column, string value) =>
        Assert.False(Read(Columns(("Status", "Inactive"), (column, value))).EverActive);

    [Theory]
    [InlineData("OrganizationSlug", null, "it has no OrganizationSlug")]
    [InlineData("OrganizationSlug", " ", "it has no OrganizationSlug")]
    [InlineData("MemberId", null, "it has none of MemberId, UserId and Email")]
    [InlineData("Status", null, "it has no Status")]
    [InlineData("Status", "Enabled", "its Status 'Enabled'")]
    [InlineData("Status", "Unknown", "its Status 'Unknown'")]
    [InlineData("Status", "1", "its Status '1'")]
    [InlineData("Status", "+1", "its Status '+1'")]
    [InlineData("Status", "-1", "its Status '-1'")]
    [InlineData("Status", "Active, Suspended", "its Status 'Active, Suspended'")]
    [InlineData("PreviousStatus", "2", "its PreviousStatus '2'")]
    [InlineData("PreviousStatus", "Gone", "its PreviousStatus 'Gone'")]
    [InlineData("EverActive", "yes", "its EverActive 'yes'")]
    [InlineData("EverActive", "1", "its EverActive '1'")]
    [InlineData("DateCreated", "soon", "its DateCreated 'soon'")]
    [InlineData("LastActive", "2026-13-01", "its LastActive '2026-13-01'")]
    [InlineData("LastSeen", "31.02.2026 10:00", "its LastSeen '31.02.2026 10:00'")]
    [InlineData("LastUpdated", "?", "its LastUpdated '?'")]
    public void A_malformed_row_is_refused_naming_what_is_wrong(string column, string? value, string complaint)
    {
        var fault = Assert.Throws<FormatException>(() => Read(Columns((column, value))));

        Assert.Contains(complaint, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, SentryUserStatusKind.Active)]
    [InlineData(3, SentryUserStatusKind.Inactive)]
    public void JSON_has_numbers_for_statuses(long number, SentryUserStatusKind status) =>
        Assert.Equal(status, Read(Columns(("Status", number))).Status);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(4294967297)] // the first status, were it cut to 32 bits
    public void Numbers_of_no_status_are_refused(long number) => Assert.Throws<FormatException>(() => Read(Columns(("Status", number))));

    [Theory]
    [InlineData(5L, true)]
    [InlineData(6L, false)]
    public void JSON_has_numbers_for_reasons_too(long reason, bool everActive) =>
        Assert.Equal(everActive, Read(Columns(("Status", 3L), ("Reason", reason))).EverActive);

    [Theory]
    [InlineData(SentryUserStatusKind.Active, false, true)]
    [InlineData(SentryUserStatusKind.Inactive, true, true)]
    [InlineData(SentryUserStatusKind.Inactive, false, false)]
    public void An_object_of_an_earlier_run_is_a_row_too(SentryUserStatusKind status, bool everActive, bool known)
    {
        var row = EarlierRow.From(new SentryUserStatus
        {
            OrganizationSlug = "acme",
            MemberId = "573",
            UserId = "280",
            Email = "ann@acme.io",
            Name = "Ann",
            Role = "owner",
            Status = status,
            EverActive = everActive,
            DateCreated = Earlier,
            LastActive = Earlier.AddDays(1),
            LastSeen = Earlier.AddDays(2),
            LastUpdated = Now,
        });

        Assert.Equal(
            new EarlierRow
            {
                OrganizationSlug = "acme",
                MemberId = "573",
                UserId = "280",
                Email = "ann@acme.io",
                Name = "Ann",
                Role = "owner",
                Status = status,
                EverActive = known,
                DateCreated = Earlier,
                LastActive = Earlier.AddDays(1),
                LastSeen = Earlier.AddDays(2),
                LastUpdated = Now,
            },
            row);
    }
}
