using System.Text;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Http;

public sealed class SentryErrorBodyTests
{
    [Theory]
    [InlineData("""{"detail":"Invalid token"}""", "Invalid token", null, null)]
    [InlineData(
        """{"detail":{"code":"2fa-required","message":"Organization requires 2FA","extra":{}}}""",
        "Organization requires 2FA",
        "2fa-required",
        null)]
    [InlineData("""{"detail":{"code":"data-secrecy","message":null}}""", null, "data-secrecy", null)]
    [InlineData("""{"detail":"Internal Error","errorId":"abc"}""", "Internal Error", null, "abc")]
    [InlineData("""{"email":["One.","Two."],"role":"Three."}""", "email: One.; email: Two.; role: Three.", null, null)]
    [InlineData("""{"non_field_errors":["All of it."]}""", "All of it.", null, null)]
    [InlineData("""{"teams":[{"slug":["No such team."]}]}""", "slug: No such team.", null, null)]
    [InlineData("""{"":"An empty key."}""", "An empty key.", null, null)]
    [InlineData("""["First","Second"]""", "First; Second", null, null)]
    [InlineData("\"Just text\"", "Just text", null, null)]
    [InlineData("""{"error":"invalid_grant","error_description":"The code is spent."}""", "The code is spent.", "invalid_grant", null)]
    [InlineData("""{"error":{"params":{"statsPeriod":"bad"}}}""", "statsPeriod: bad", null, null)]
    [InlineData("""{"message":"This API no longer exists."}""", "This API no longer exists.", null, null)]
    [InlineData("{}", null, null, null)]
    [InlineData("[]", null, null, null)]
    [InlineData("null", null, null, null)]
    [InlineData("""{"detail":null,"count":3}""", null, null, null)]
    [InlineData("", null, null, null)]
    [InlineData(" \r\n", null, null, null)]
    [InlineData("Bad Gateway", null, null, null)]
    [InlineData("""{"detail":"cut o""", null, null, null)]
    public void Every_shape_is_read(string body, string? detail, string? code, string? errorId) =>
        Assert.Equal(new SentryErrorBody(detail, code, errorId), Parse(body));

    [Theory]
    [InlineData("<!DOCTYPE html><h1>502</h1>")]
    [InlineData("\r\n  <html>")]
    [InlineData("\uFEFF<html>")]
    public void A_web_page_is_recognised_and_not_quoted(string body) =>
        Assert.Equal(new SentryErrorBody(Detail: null, IsHtml: true), Parse(body));

    [Fact]
    public void A_byte_order_mark_is_no_obstacle() => Assert.Equal("x", Parse("\uFEFF{\"detail\":\"x\"}").Detail);

    [Fact]
    public void Long_details_are_cut() => Assert.Equal(501, Parse($$"""{"detail":"{{new string('x', 5000)}}"}""").Detail!.Length);

    [Fact]
    public void Details_cannot_control_the_terminal() => Assert.Equal("a\uFFFD[31mb", Parse("""{"detail":"a\u001b[31mb"}""").Detail);

    private static SentryErrorBody Parse(string body) => SentryErrorBody.Parse(Encoding.UTF8.GetBytes(body));
}
