using System.Text.Json.Serialization.Metadata;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.SignIn;

/// <summary>
/// The calls of an OAuth application to Sentry (RFC 6749, 7636, 8628). The transport does not repeat them, since a code or a refresh token
/// can be used only once.
/// </summary>
internal sealed class OAuthClient(ISentryTransport transport, Uri home, string clientId, SecretText? clientSecret, TimeProvider clock)
{
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(5);

    public string ClientId { get; } = clientId;

    public Uri Home { get; } = home;

    public async Task<DeviceCode> RequestDeviceCodeAsync(
        IReadOnlyList<string> scopes,
        ITransportObserver observer,
        CancellationToken cancellationToken)
    {
        var (request, wire) = await PostAsync(
                SignInEndpoints.DeviceCode,
                WireSignInJson.Default.WireDeviceCode,
                observer,
                cancellationToken,
                new FormField("scope", string.Join(' ', scopes))).ConfigureAwait(false);
        if (wire is not { DeviceCode: { } code, UserCode: { } userCode, VerificationUri: { } address })
        {
            throw SentryFaults.Unreadable(request, 200, isHtml: false, inner: null);
        }

        var life = TimeSpan.FromSeconds(wire.ExpiresIn ?? 600);
        return new DeviceCode(
            new SecretText(code),
            userCode,
            address,
            clock.GetUtcNow() + life,
            wire.Interval is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : DefaultInterval);
    }

    public Task<TokenGrant> RedeemAsync(DeviceCode code, ITransportObserver observer, CancellationToken cancellationToken) =>
        GrantAsync(observer, cancellationToken, new FormField("grant_type", DeviceGrant), new FormField("device_code", code.Code));

    public Task<TokenGrant> RedeemAsync(
        SecretText code,
        Uri redirect,
        SecretText verifier,
        ITransportObserver observer,
        CancellationToken cancellationToken) =>
        GrantAsync(
            observer,
            cancellationToken,
            new FormField("grant_type", "authorization_code"),
            new FormField("code", code),
            new FormField("redirect_uri", redirect.AbsoluteUri),
            new FormField("code_verifier", verifier));

    // Without scopes: Sentry refuses a renewal that names any.
    public Task<TokenGrant> RefreshAsync(SecretText refresh, ITransportObserver observer, CancellationToken cancellationToken) =>
        GrantAsync(observer, cancellationToken, new FormField("grant_type", "refresh_token"), new FormField("refresh_token", refresh));

    private async Task<TokenGrant> GrantAsync(ITransportObserver observer, CancellationToken cancellationToken, params FormField[] fields)
    {
        var (request, wire) = await PostAsync(
                SignInEndpoints.AccessToken,
                WireSignInJson.Default.WireTokenGrant,
                observer,
                cancellationToken,
                fields).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(wire?.AccessToken))
        {
            throw SentryFaults.Unreadable(request, 200, isHtml: false, inner: null);
        }

        // The duration is preferred to the time of the end, since the clocks of Sentry and of this machine may differ.
        var now = clock.GetUtcNow();
        var end = wire.ExpiresIn is { } seconds ? now + TimeSpan.FromSeconds(seconds) : wire.ExpiresAt;
        var refresh = string.IsNullOrWhiteSpace(wire.RefreshToken) ? null : new SecretText(wire.RefreshToken);
        return new TokenGrant(
            new TokenPair(new SecretText(wire.AccessToken), refresh, now, end),
            wire.User?.Email ?? wire.User?.Id,
            wire.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<(SentryRequest Request, T? Value)> PostAsync<T>(
        SentryEndpoint endpoint,
        JsonTypeInfo<T> type,
        ITransportObserver observer,
        CancellationToken cancellationToken,
        params FormField[] fields)
    {
        var request = new SentryRequest
        {
            Method = HttpMethod.Post,
            Host = Home,
            Endpoint = endpoint,
            Path = endpoint.Template,
            Form =
            [
                new FormField("client_id", ClientId),
                .. clientSecret is null ? Array.Empty<FormField>() : [new FormField("client_secret", clientSecret)],
                .. fields,
            ],
            IsFirstContact = true,
            Observer = observer,
        };
        var response = await transport.SendAsync(request, type, cancellationToken).ConfigureAwait(false);
        return (request, response.Value);
    }
}
