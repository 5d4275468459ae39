using SentryAudit.Common.Text;

namespace SentryAudit.Core.Tests.Common.Text;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("https://robot:hush@git.example.com/app.git", "https://(hidden)@git.example.com/app.git")]
    [InlineData("https://hush@git.example.com:8443/app.git", "https://(hidden)@git.example.com:8443/app.git")]
    [InlineData("https://robot:hu/sh@git.example.com/app.git", "https://(hidden)")]
    [InlineData("https://npm.example.com/@acme/app?build=7", "https://npm.example.com/@acme/app?build=7")]
    [InlineData("https://[::1]:9000/app", "https://[::1]:9000/app")]
    [InlineData("v1.0", "v1.0")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void An_address_loses_its_login_only(string? address, string? expected) => Assert.Equal(expected, SecretMask.Login(address));

    [Theory]
    [InlineData("https://sentry.example.com", "https://sentry.example.com")]
    [InlineData("https://sentry.example.com/", "https://sentry.example.com/")]
    [InlineData("https://sentry.example.com:9000?a=b", "https://sentry.example.com:9000/(hidden)")]
    [InlineData("https://robot:hush@sentry.example.com", "https://sentry.example.com")]
    [InlineData("https://0123456789abcdef0123456789abcdef.example.com/1", "https://(hidden).example.com/(hidden)")]
    [InlineData("anything", "(hidden)")]
    public void Of_an_address_the_host_is_left(string address, string expected) => Assert.Equal(expected, SecretMask.Host(address));
}
