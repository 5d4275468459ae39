using System.Diagnostics;
using System.Reflection;
using System.Security;
using System.Text.Json;
using SentryAudit.Common.Text;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Common.Text;

public sealed class SecretTextTests
{
    private const string Plain = "sntryu_0123456789";

    [Fact]
    public void It_never_prints()
    {
        var secret = new SecretText(Plain);
        var settings = new TransportSettings { Tokens = new FixedToken(secret), Hosts = new TrustedHosts(Estate.Base) };

        Assert.All(
            [secret.ToString(), $"{secret}", settings.ToString(), JsonSerializer.Serialize(secret)],
            text => Assert.DoesNotContain("0123456789", text, StringComparison.Ordinal));
        Assert.Equal("***", typeof(SecretText).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
    }

    [Fact]
    public void It_has_no_property_that_shows_it() =>
        Assert.DoesNotContain(
            typeof(SecretText).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            property => property.PropertyType == typeof(string));

    [Theory]
    [InlineData(Plain)]
    [InlineData("  " + Plain + "\n")]
    public void It_is_revealed_on_demand_only_without_what_a_copy_brought_along(string value) =>
        Assert.Equal(Plain, new SecretText(value).Reveal());

    [Fact]
    public void A_SecureString_becomes_one()
    {
        using var secure = new SecureString();
        Plain.ToList().ForEach(secure.AppendChar);

        Assert.Equal(Plain, new SecretText(secure).Reveal());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \n", true)]
    [InlineData("x", false)]
    public void Blank_text_is_empty(string value, bool isEmpty) => Assert.Equal(isEmpty, new SecretText(value).IsEmpty);
}
