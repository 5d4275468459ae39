using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>Every failure of a sign-in says in whole sentences what is wrong and what to do.</summary>
public sealed class SignInFaultTests
{
    private static readonly OAuthSite Site = new();

    public static TheoryData<string, Func<SentryException>> Faults =>
        new()
        {
            { "NoSentryClientId", () => SignInFaults.NoClientId(Estate.Base) },
            { "SentrySignInDenied", () => SignInFaults.Denied() },
            { "SentrySignInExpired", () => SignInFaults.Expired() },
            { "SentrySignInForged", SignInFaults.WrongState },
            { "SentrySignInRefused", () => SignInFaults.Refused("server_error") },
            { "SentrySessionEnded", () => SignInFaults.Ended(Answer("invalid_grant"), Site.SignedIn()) },
            { "SentryInvalidClient", () => SignInFaults.Of(Answer("invalid_client"), Site.Client) },
            { "SentryInvalidScope", () => SignInFaults.Of(Answer("invalid_scope"), Site.Client) },
            { "SentrySignInRejected", () => SignInFaults.Of(Answer("invalid_grant"), Site.Client) },
            { "SentrySignInUnsupported", () => SignInFaults.Of(Answer("unsupported_grant_type"), Site.Client) },
            {
                "AmbiguousSentrySession",
                () => Assert.Throws<SentryException>(() => SessionChoice.Find([Session("a"), Session("b")], address: null, account: null))
            },
            { "SentrySessionNotFound", () => SessionChoice.NotFound("ann@acme.example") },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_a_sentence_and_has_a_remedy(string id, Func<SentryException> make)
    {
        var fault = make();

        Assert.Equal(id, fault.ErrorId);
        Assert.All([fault.Message, fault.RecommendedAction], text => Assert.Matches(@"^[A-Z][^\u001b]*[^.]\.$", text));
    }

    [Fact]
    public void Nothing_a_server_says_breaks_a_line()
    {
        var fault = SignInFaults.NoClientId(new Uri("https://sentry.example/a\u202eb/"));

        Assert.Equal(4, fault.Message.Split('\n').Length);
        Assert.DoesNotContain("\u202e", fault.Message, StringComparison.Ordinal);
    }

    private static SentryApiException Answer(string code) =>
        AnswerFaults.From(
            new SentryRequest
            {
                Host = Estate.Base,
                Endpoint = SignInEndpoints.AccessToken,
                Path = "oauth/token/",
            },
            new ErrorAnswer(400, new SentryErrorBody(code, code)));

    private static SentrySession Session(string account) =>
        new()
        {
            BaseUri = Estate.Base,
            Account = account,
            ClientId = "c",
            Scopes = StringList.Empty,
            Path = "p",
        };
}
