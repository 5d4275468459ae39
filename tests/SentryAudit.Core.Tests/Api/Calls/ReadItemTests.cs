using SentryAudit.Api.Calls;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>The one boundary behind which an answer becomes an object of the module.</summary>
public sealed class ReadItemTests
{
    private static readonly SentryRequest Request =
        Estate.Api(new FakeTransport()).Connection.Request(MemberEndpoints.Members.Of(Estate.Acme));

    [Theory]
    [InlineData(3, "$[3]")]
    [InlineData(null, "$")]
    public void Whatever_fails_there_is_an_invalid_response_with_its_endpoint_and_place(int? index, string place)
    {
        var item = new ReadItem<string>("x", FakeTransport.ReadAt, Request, index);

        var fault = Assert.Throws<SentryApiException>(() => item.Map<int>(static (_, _) => throw new KeyNotFoundException()));

        Assert.Equal(("SentryInvalidResponse", SentryErrorCategory.InvalidResult), (fault.ErrorId, fault.Category));
        Assert.Equal($"The answer to GET organizations/{{org}}/members/ holds something unexpected at {place}.", fault.Message);
        Assert.IsType<KeyNotFoundException>(fault.InnerException);
    }

    [Fact]
    public void What_is_told_already_is_not_told_again()
    {
        var item = new ReadItem<string>("x", FakeTransport.ReadAt, Request, index: 0);
        var known = new SentryException("SentryRolesUnknown", SentryErrorCategory.PermissionDenied, "No roles.", "Ask.");

        Assert.Same(known, Assert.Throws<SentryException>(() => item.Map<int>((_, _) => throw known)));
        Assert.Throws<OperationCanceledException>(() => item.Map<int>(static (_, _) => throw new OperationCanceledException()));
    }
}
