using System.Text.Json;
using SentryAudit.Api.Wire;

namespace SentryAudit.Core.Tests.Http;

public sealed class WireConverterTests
{
    [Theory]
    [InlineData("\"12\"", "12")]
    [InlineData("12", "12")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", null)]
    [InlineData("null", null)]
    [InlineData("""{"a":[1,{"b":2}]}""", null)]
    [InlineData("[1]", null)]
    public void Ids_are_read_from_text_and_numbers(string json, string? expected) => Assert.Equal(expected, Member($"\"id\":{json}").Id);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("\"perhaps\"", null)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void What_is_neither_yes_nor_no_is_unknown(string json, bool? expected) =>
        Assert.Equal(expected, Member($"\"pending\":{json}").Pending);

    [Theory]
    [InlineData("\"2026-09-01T12:30:00Z\"", "2026-09-01T12:30:00.0000000+00:00")]
    [InlineData("\"2026-09-01T12:30:00.123456Z\"", "2026-09-01T12:30:00.1234560+00:00")]
    [InlineData("\"2026-09-01T14:30:00+02:00\"", "2026-09-01T12:30:00.0000000+00:00")]
    [InlineData("\"2026-09-01T12:30:00\"", "2026-09-01T12:30:00.0000000+00:00")]
    [InlineData("\"2026-09-01\"", "2026-09-01T00:00:00.0000000+00:00")]
    [InlineData("\"never\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("1756729800", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public void Dates_are_UTC_and_what_is_no_date_is_unknown(string json, string? expected) =>
        Assert.Equal(
            expected,
            Member($"\"dateCreated\":{json}").DateCreated?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("5", 5)]
    [InlineData("-1", -1)]
    [InlineData("5.0", 5)]
    [InlineData("\"5\"", 5)]
    [InlineData("\"five\"", null)]
    [InlineData("99999999999", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Numbers_are_read_from_text_too(string json, int? expected) => Assert.Equal(
        expected, JsonSerializer.Deserialize($$"""{"storeCrashReports":{{json}}}""", WireJson.Default.WireOrganization)!.StoreCrashReports);

    [Fact]
    public void Unknown_and_empty_keys_are_skipped() =>
        Assert.Equal("1", Member("""  "":{"x":[1]},"new":[{"":null}],"id":1  """).Id);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public void An_invitation_has_no_user(string user) => Assert.Null(Member($"\"user\":{user}").User?.Id);

    [Fact]
    public void Flags_have_colons_in_their_names()
    {
        var flags = Member("""  "flags":{"sso:linked":true,"member-limit:restricted":false}  """).Flags!;

        Assert.True(flags.SsoLinked);
        Assert.False(flags.MemberLimitRestricted);
        Assert.Null(flags.IdpProvisioned);
    }

    private static WireMember Member(string fields) =>
        JsonSerializer.Deserialize("[{" + fields + "}]", WireJson.Default.WireMemberArray)![0];
}
