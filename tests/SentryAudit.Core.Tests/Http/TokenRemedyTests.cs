using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Http;

/// <summary>A refused token comes with what to do about that very refusal.</summary>
public sealed class TokenRemedyTests
{
    [Theory]
    [InlineData("member-disabled-over-limit", null, "signing in again does not help")]
    [InlineData("2fa-required", null, "two-factor")]
    [InlineData("sso-required", null, "single sign-on")]
    [InlineData("sudo-required", null, "web interface")]
    [InlineData("primary-email-verification-required", null, "verify")]
    [InlineData("sso-required", "Token expired", "single sign-on")]
    [InlineData(null, "Token expired", "has expired")]
    [InlineData(null, "Invalid org token", "organization token")]
    [InlineData(null, "User inactive or deleted", "deactivated or deleted")]
    [InlineData(null, "This token access is limited to organization endpoints.", "personal token")]
    [InlineData(null, "Unauthorized organization access.", "another organization")]
    [InlineData(null, "Authentication credentials were not provided.", "Authorization header")]
    [InlineData(null, "Invalid token", "not revoked")]
    [InlineData("something-new", "Whatever", "not revoked")]
    [InlineData(null, null, "not revoked")]
    public void Every_refusal_has_its_remedy(string? code, string? detail, string says)
    {
        var remedy = TokenRemedies.For(new SentryErrorBody(detail, code));

        Assert.Contains(says, remedy, StringComparison.Ordinal);
        Assert.EndsWith(".", remedy, StringComparison.Ordinal);
    }
}
