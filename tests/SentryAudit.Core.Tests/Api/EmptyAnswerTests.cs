using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api;

/// <summary>An answer without anything in it is not an empty list.</summary>
public sealed class EmptyAnswerTests
{
    [Theory]
    [InlineData("organizations/acme/members/")]
    [InlineData("organizations/acme/")]
    public async Task Null_is_an_invalid_result(string path)
    {
        var api = Estate.Api(new FakeTransport().On(path, "null"));

        var fault = await Assert.ThrowsAsync<SentryApiException>(async () =>
        {
            if (path.EndsWith("members/", StringComparison.Ordinal))
            {
                await api.Members.ListAsync(Estate.Acme, [], teams: null, default).ToListAsync();
            }

            await api.Organizations.GetAsync(Estate.Acme, default);
        });

        Assert.Equal(SentryErrorCategory.InvalidResult, fault.Category);
    }
}
