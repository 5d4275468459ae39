using System.Globalization;
using SentryAudit.Common.Text;
using SentryAudit.Connections;
using SentryAudit.Http;
using SentryAudit.Pipeline;
using SentryAudit.SignIn;

namespace SentryAudit.Connecting;

/// <summary>A sign-in by a person: it shows the address, opens the browser, waits, and keeps the session if that is wanted.</summary>
internal sealed class InteractiveSignIn(ICmdletPipeline pipeline, ITransportObserver observer, TimeProvider clock)
{
    public required string ClientId { get; init; }

    /// <summary>The client secret of a confidential application; null for a public one.</summary>
    public SecretText? ClientSecret { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Opens a page in the browser; null to open none.</summary>
    public Func<Uri, bool>? OpenBrowser { get; init; }

    /// <summary>Protects the kept session; null to keep none.</summary>
    public ISessionProtector? Protector { get; init; }

    /// <returns>The settings with the token and the session of the sign-in.</returns>
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
        var minutes = Math.Round((code.ExpiresAt - clock.GetUtcNow()).TotalMinutes).ToString("0", CultureInfo.InvariantCulture);
        pipeline.Inform(
            $"To sign in to Sentry, open {code.Address} in a browser and enter the code {code.UserCode} within {minutes} minutes.");

        // The address is opened without the code, because other users of this machine can read command lines.
        if (Uri.TryCreate(code.Address, UriKind.Absolute, out var page))
        {
            OpenBrowser?.Invoke(page);
        }

        return await signIn.WaitAsync(code, cancellationToken);
    }

    private async Task<TokenGrant> ByBrowserAsync(OAuthClient client, CancellationToken cancellationToken)
    {
        using var signIn = new BrowserSignIn(client, Scopes, clock);
        var start = OpenBrowser?.Invoke(signIn.Address) is true
            ? "To sign in to Sentry, go to the browser. If it shows no page, open this address on this machine"
            : "To sign in to Sentry, open this address on this machine";
        pipeline.Inform($"{start}: {signIn.Address.AbsoluteUri}");
        return await signIn.WaitAsync(observer, cancellationToken);
    }

    // The sign-in has succeeded, so a session that can't be kept is an error but does not end the cmdlet.
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
                pipeline.Warn(
                    $"The session is kept in {kept.Path}. Only you can read this file, but it is not encrypted. "
                    + $"To encrypt sessions, register a vault of {SecretVault.Module}; Remove-SentrySession removes this one.");
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
