using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Tests;

namespace SentryAudit.Transport.Tests.Support;

/// <summary>A transport on a manual clock with somebody listening.</summary>
internal sealed class Line : IDisposable
{
    public const string Token = "sntryu_0123456789abcdef-do-not-show";

    /// <summary>The longest that a test waits for anything, in real time: manual clocks stand still, so nothing else ends a wait.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Uri _home;

    public Line(
        Uri home,
        int retries = 5,
        bool skips = true,
        string token = Token,
        ManualTimeProvider? clock = null,
        TimeSpan? attemptTimeout = null,
        ITokenSource? tokens = null,
        bool followRegion = false,
        long answerSize = TransportSettings.DefaultAnswerSize)
    {
        _home = home;
        Clock = clock ?? new ManualTimeProvider(DateTimeOffset.UtcNow);
        Observer = new Recorder(Clock, skips);
        Hosts = new TrustedHosts(home, followRegion);
        Transport = new ImpatientTransport(new SentryTransportFactory().Create(new TransportSettings
        {
            Tokens = tokens ?? new FixedToken(new SecretText(token)),
            Hosts = Hosts,
            MaximumRetryCount = retries,
            AttemptTimeout = attemptTimeout ?? TimeSpan.FromSeconds(30),
            Clock = Clock,
            MaximumAnswerSize = answerSize,
        }));
    }

    public ManualTimeProvider Clock { get; }

    public Recorder Observer { get; }

    public TrustedHosts Hosts { get; }

    public ISentryTransport Transport { get; }

    public IReadOnlyList<TransportWait> Waits => [.. Observer.Waits];

    public SentryRequest Members(params (string Name, string Value)[] query) => To(MemberEndpoints.Members, "acme") with
    {
        Query = [.. query.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))],
    };

    public SentryRequest To(SentryEndpoint endpoint, params string?[] names) => new()
    {
        Host = _home,
        Endpoint = endpoint,
        Path = endpoint.Path(names),
        Observer = Observer,
    };

    public Task<SentryResponse<WireMember[]>> GetAsync(SentryRequest? request = null, CancellationToken cancellationToken = default) =>
        Transport.SendAsync(request ?? Members(), WireJson.Default.WireMemberArray, cancellationToken);

    /// <summary>The failure of a request that must fail.</summary>
    public async Task<SentryApiException> FailAsync(SentryRequest? request = null) =>
        await Assert.ThrowsAsync<SentryApiException>(() => GetAsync(request));

    public void Dispose() => Transport.Dispose();
}
