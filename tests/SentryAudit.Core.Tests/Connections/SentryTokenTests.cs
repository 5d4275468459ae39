using System.Text;
using SentryAudit.Common.Text;
using SentryAudit.Connections;

namespace SentryAudit.Core.Tests.Connections;

public sealed class SentryTokenTests
{
    private const string Claims =
        """{"iat":1700000000.5,"url":"https://sentry.example.com","region_url":"https://us.example.com","org":"acme"}""";

    [Theory]
    [InlineData("sntryu_0123", SentryTokenKind.Personal)]
    [InlineData("sntrys_0123", SentryTokenKind.Organization)]
    [InlineData("sntryi_0123", SentryTokenKind.Integration)]
    [InlineData("sntrya_0123", SentryTokenKind.OAuth)]
    [InlineData("sntryx_0123", SentryTokenKind.Unknown)]
    [InlineData("SNTRYU_0123", SentryTokenKind.Unknown)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", SentryTokenKind.Unknown)]
    public void The_prefix_hints_at_the_kind(string token, SentryTokenKind kind) =>
        Assert.Equal(new SentryToken(kind), SentryToken.Read(new SecretText(token)));

    [Fact]
    public void An_organization_token_names_its_address_and_organization() =>
        Assert.Equal(
            new SentryToken(SentryTokenKind.Organization, new Uri("https://sentry.example.com"), "acme", "https://us.example.com"),
            Read(Base64(Claims)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Missing_padding_does_no_harm(int spaces) => // each length of the text needs other padding
        Assert.Equal("acme", Read(Base64(Claims + new string(' ', spaces)).TrimEnd('=')).Organization);

    [Theory]
    [InlineData("""{"org":"acme"}""", null, "acme")]
    [InlineData("""{"url":"https://x.example"}""", "https://x.example/", null)]
    [InlineData("""{"url":"nonsense","org":7}""", null, null)]
    [InlineData("""{"url":null,"org":null}""", null, null)]
    [InlineData("[1]", null, null)]
    [InlineData("\"text\"", null, null)]
    [InlineData("{\"org\":", null, null)]
    public void Missing_claims_are_no_claims(string json, string? url, string? organization)
    {
        var token = Read(Base64(json));

        Assert.Equal((SentryTokenKind.Organization, url, organization), (token.Kind, token.Uri?.ToString(), token.Organization));
    }

    [Theory]
    [InlineData("sntrys_!!!_secret")]
    [InlineData("sntrys_eyJ_secret")]
    [InlineData("sntrys__secret")]
    [InlineData("sntrys_")]
    [InlineData("sntrys_{0}")] // one underscore: no claims part
    [InlineData("sntrys_{0}_a_b")] // three underscores: not this form
    public void A_token_of_another_form_is_still_a_token(string form) =>
        Assert.Equal(
            new SentryToken(SentryTokenKind.Organization),
            SentryToken.Read(new SecretText(form.Replace("{0}", Base64(Claims), StringComparison.Ordinal))));

    private static SentryToken Read(string claims) => SentryToken.Read(new SecretText($"sntrys_{claims}_secret"));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
