using System.Globalization;
using SentryAudit.Common.Text;
using SentryAudit.Connections;
using SentryAudit.Http;
using SentryAudit.Pipeline;
using SentryAudit.SignIn;

namespace SentryAudit.Connecting;

/// <summary>A sign-in with a person in front of it: says where to go, opens the browser, waits, and keeps the session if asked to.</summary>
internal sealed class InteractiveSignIn(ICmdletPipeline pipeline, ITransportObserver observer, TimeProvider clock)
{
    public required string ClientId { get; init; }

    /// <summary>Of a confidential application.</summary>
    public SecretText? ClientSecret { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>What opens a page; null to open none.</summary>
    public Func<Uri, bool>? OpenBrowser { get; init; }

    /// <summary>How the session is to be kept; null for not at all.</summary>
    public ISessionProtector? Protector { get; init; }

    /// <returns>The settings, with the token and the session that the sign-in brought.</returns>
    public async Task<ConnectionSettings> RunAsync(ConnectionSettings settings, bool withDeviceCode, CancellationToken cancellationToken)
    {
        var (client, transport) = SentryConnector.CreateClient(settings, ClientId, ClientSecret, TransportLoader.Factory, clock);
        using var _ = transport;
        var grant = withDeviceCode ? await ByDeviceCodeAsync(client, cancellationToken) : await ByBrowserAsync(client, cancellationToken);
        var signedIn = new SignedIn
        {
            BaseUri = settings.BaseUri,
            Account = grant.Account ?? "unknown",
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            Scopes = grant.Scopes ?? Scopes,
            Tokens = grant.Tokens,
        };
        return settings with
        {
            Token = grant.Tokens.Access,
            Session = new OpenSession(signedIn, await KeepAsync(signedIn, cancellationToken)),
            Source = withDeviceCode ? "sign-in by device code" : "sign-in by browser",
        };
    }

    private async Task<TokenGrant> ByDeviceCodeAsync(OAuthClient client, CancellationToken cancellationToken)
    {
        var signIn = new DeviceSignIn(client, observer, clock);
        var code = await signIn.StartAsync(Scopes, cancellationToken);
        var minutes = (code.ExpiresAt - clock.GetUtcNow()).TotalMinutes;
        pipeline.Tell(string.Create(CultureInfo.InvariantCulture, $"To sign in to Sentry, open {code.Address} in a browser and enter the code {code.UserCode} within {Math.Round(minutes):0} minutes."));

        // Without the code: a command line can be read by others on this machine.
        if (Uri.TryCreate(code.Address, UriKind.Absolute, out var page))
        {
            OpenBrowser?.Invoke(page);
        }

        return await signIn.WaitAsync(code, cancellationToken);
    }

    private async Task<TokenGrant> ByBrowserAsync(OAuthClient client, CancellationToken cancellationToken)
    {
        using var signIn = new BrowserSignIn(client, Scopes, clock);
        var isOpen = OpenBrowser?.Invoke(signIn.Address) is true;
        pipeline.Tell($"To sign in to Sentry, {(isOpen ? "go to the browser; if it shows no page," : "")} open this address on this machine: {signIn.Address.AbsoluteUri}".Replace("  ", " ", StringComparison.Ordinal));
        return await signIn.WaitAsync(observer, cancellationToken);
    }

    // The sign-in has succeeded by now: that it can't be kept is no reason to lose it.
    private async Task<KeptSession?> KeepAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        if (Protector is null)
        {
            return null;
        }

        try
        {
            var kept = await KeptSessions.Store.SaveAsync(signedIn, Protector, clock, cancellationToken);
            if (Protector.Kind is SentrySessionProtection.OwnerOnlyFile)
            {
                pipeline.Warn($"The session is kept in {kept.Path}, which only you can read, but it is not encrypted. Register a vault of {SecretVault.Module} to have it encrypted, or remove it with Remove-SentrySession.");
            }

            return kept;
        }
        catch (SentryException fault)
        {
            pipeline.Error(fault, signedIn.BaseUri);
            return null;
        }
    }
}
