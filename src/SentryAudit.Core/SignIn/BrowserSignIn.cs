using System.Security.Cryptography;
using System.Text;
using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>
/// A sign-in in the browser of this machine, with an authorization code, PKCE, and a redirect address on loopback (RFC 8252).
/// </summary>
internal sealed class BrowserSignIn : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly OAuthClient _client;
    private readonly TimeProvider _clock;
    private readonly LoopbackListener _listener = new();
    private readonly SecretText _verifier = Pkce.NewVerifier();
    private readonly SecretText _state = Pkce.NewVerifier();

    public BrowserSignIn(OAuthClient client, IReadOnlyList<string> scopes, TimeProvider clock)
    {
        (_client, _clock) = (client, clock);
        (string Name, string Value)[] query =
        [
            ("client_id", client.ClientId),
            ("response_type", "code"),
            ("scope", string.Join(' ', scopes)),
            ("redirect_uri", _listener.Address.AbsoluteUri),
            ("state", _state.Reveal()),
            ("code_challenge", Pkce.Challenge(_verifier)),
            ("code_challenge_method", "S256"),
        ];
        Address = new Uri(
            client.Home,
            "oauth/authorize/?" + string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")));
    }

    /// <summary>The page to open in a browser.</summary>
    public Uri Address { get; }

    /// <summary>Waits for the browser's answer, and exchanges its code for tokens.</summary>
    public async Task<TokenGrant> WaitAsync(ITransportObserver observer, CancellationToken cancellationToken)
    {
        var callback = await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        if (!IsOurs(callback.State))
        {
            throw SignInFaults.WrongState();
        }

        if (callback.Code is not { IsEmpty: false } code)
        {
            throw callback.Error is null or "access_denied" ? SignInFaults.Denied() : SignInFaults.Refused(callback.Error);
        }

        try
        {
            return await _client.RedeemAsync(code, _listener.Address, _verifier, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException fault)
        {
            throw SignInFaults.Of(fault, _client);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task<LoopbackCallback> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _listener.ReceiveAsync(cancellationToken).WaitAsync(Patience, _clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw SignInFaults.Expired();
        }
    }

    private bool IsOurs(string? state) =>
        state is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(_state.Reveal()));
}
