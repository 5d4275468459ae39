using System.Text.Json;
using SentryAudit.Common.Text;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Http;
using SentryAudit.SignIn;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>Sentry's OAuth side as canned answers in order, on a clock that only a test moves.</summary>
internal sealed class OAuthSite
{
    public const string Device = """
        {"device_code":"device-secret","user_code":"ABCD-EFGH","verification_uri":"https://sentry.example/oauth/device/",
         "expires_in":600,"interval":5}
        """;

    private readonly Queue<Canned> _answers;

    public OAuthSite(params Canned[] answers)
    {
        _answers = new Queue<Canned>(answers);
        Transport = new FakeTransport().On("oauth/device/code/", Device).On("oauth/token/", _ => [_answers.Dequeue()]);
        Client = new OAuthClient(Transport, Estate.Base, "client-1", clientSecret: null, Clock);
    }

    public ManualTimeProvider Clock { get; } = new();

    public FakeTransport Transport { get; }

    public OAuthClient Client { get; }

    public Notes Observer { get; } = new();

    public IReadOnlyList<SentryRequest> TokenRequests => Transport.RequestsTo("oauth/token/");

    public static Canned Refusal(string error, int status = 400) => Canned.Fault(status, JsonSerializer.Serialize(new { error }));

    public static Canned Grant(string name, int? seconds = 3600) =>
        JsonSerializer.Serialize(
            new
            {
                access_token = $"access-{name}",
                refresh_token = $"refresh-{name}",
                expires_in = seconds,
                scope = "org:read member:read",
                user = new { id = 7, email = "ann@acme.example" },
            }
        );

    public static string Field(SentryRequest request, string name) => request.Form!.Single(field => field.Name == name).Value.Reveal();

    public TokenPair Pair(string name, TimeSpan? life = null) =>
        new(
            new SecretText($"access-{name}"),
            new SecretText($"refresh-{name}"),
            Clock.GetUtcNow(),
            Clock.GetUtcNow() + (life ?? TimeSpan.FromHours(1)));

    public SignedIn SignedIn(string name = "1", TimeSpan? life = null) => new()
    {
        BaseUri = Estate.Base,
        Account = "ann@acme.example",
        ClientId = "client-1",
        Scopes = ["org:read"],
        Tokens = Pair(name, life),
    };

    internal sealed class Notes : ITransportObserver
    {
        public List<(string Text, bool IsWarning)> All { get; } = [];

        public void OnExchange(SentryExchange exchange)
        {
        }

        public void OnWaiting(TransportWait wait)
        {
        }

        public void OnDeprecated(DeprecationNotice notice)
        {
        }

        public void OnNote(string text, bool isWarning) => All.Add((text, isWarning));
    }
}
