using System.Management.Automation;
using System.Security;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Text;
using SentryAudit.Completers;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Inventory;
using SentryAudit.Permissions;
using SentryAudit.SignIn;

namespace SentryAudit.Commands.Connection;

/// <summary>Connects the session to a Sentry.</summary>
[Cmdlet(VerbsCommunications.Connect, "Sentry", DefaultParameterSetName = "Token")]
[OutputType(typeof(SentryConnection))]
public sealed class ConnectSentryCommand : SentryCmdlet
{
    private const string Offline = "Inventory";
    private const string ByDeviceCode = "DeviceCode";
    private const string ByBrowser = "Browser";

    /// <summary>The token. Without it and <see cref="Credential"/>: SENTRY_AUTH_TOKEN, then a kept session, then .sentryclirc.</summary>
    [Parameter(ParameterSetName = "Token", Position = 0)]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    /// <summary>A credential whose password is the token, as secret vaults give it; its user name is ignored.</summary>
    [Parameter(ParameterSetName = "Credential", Mandatory = true)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>An inventory file, or a folder of inventories, to read instead of Sentry.</summary>
    [Parameter(ParameterSetName = Offline, Mandatory = true)]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Inventory { get; set; }

    /// <summary>Reads the inventory as of this time: the newest sync that had begun by then. A time without an offset is local.</summary>
    [Parameter(ParameterSetName = Offline)]
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Signs in by a code that is entered in a browser on any device.</summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    public SwitchParameter DeviceCode { get; set; }

    /// <summary>Signs in through the browser of this machine.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    public SwitchParameter Browser { get; set; }

    /// <summary>Client id of the application to sign in as; without it SENTRY_CLIENT_ID, then that of the session kept last for this Sentry.</summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    [Parameter(ParameterSetName = ByBrowser)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>Secret of a confidential application; public ones have none.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>Scopes to ask for: names, or Audit (what audits need), or Administration (what all cmdlets need).</summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    [Parameter(ParameterSetName = ByBrowser)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Scope { get; set; }

    /// <summary>Opens no browser, only tells the address.</summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    [Parameter(ParameterSetName = ByBrowser)]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>Keeps the session on this machine, so that Connect-Sentry alone connects next time.</summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    [Parameter(ParameterSetName = ByBrowser)]
    public SwitchParameter Persist { get; set; }

    /// <summary>The account whose kept session is used, even when SENTRY_AUTH_TOKEN is set.</summary>
    [Parameter(ParameterSetName = "Session", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Account { get; set; }

    /// <summary>Address of the Sentry; without it SENTRY_URL, .sentryclirc, an organization token's own, else https://sentry.io.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>Slug of the organization that cmdlets use when they get none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Organization { get; set; }

    /// <summary>Seconds one attempt at a request may take, its body included.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How often a failed request is tried again.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>Allows http:// to hosts other than this machine. The token travels unencrypted then.</summary>
    [Parameter]
    public SwitchParameter AllowInsecure { get; set; }

    /// <summary>Returns the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What opens a browser, unless a test puts something else here.</summary>
    internal Func<Uri, bool> OpenBrowser { get; set; } = WebBrowser.TryOpen;

    private bool SignsIn => IsOn(DeviceCode) || IsOn(Browser);

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Inventory is not null)
            {
                Keep(
                    OfflineConnector.Connect(
                        PathOf(Inventory),
                        AsOf,
                        Uri,
                        Organization,
                        fault => Pipeline.Warn($"{fault.Message} {fault.RecommendedAction}"),
                        Clock));
                return;
            }

            var sources = Sources();
            var settings = SignsIn ? sources.ForSignIn() : sources.Resolve(Pipeline.Verbose);
            if (settings.BaseUri.Scheme == "http" && !SentryAddress.IsLoopback(settings.BaseUri))
            {
                Pipeline.Warn($"The token is sent unencrypted to {settings.BaseUri.Host}.");
            }

            if (SignsIn)
            {
                settings = await SignIn(sources, settings.BaseUri).RunAsync(settings, IsOn(DeviceCode), cancellationToken);
            }

            var connection = await SentryConnector.ConnectAsync(settings, TransportLoader.Factory, Observer, Clock, cancellationToken);
            if (connection.TokenKind is SentryTokenKind.Organization)
            {
                Pipeline.Warn("This is an organization token. Sentry gives these only org:ci: releases can be read with it, an audit needs a personal token or one of an internal integration.");
            }

            Keep(connection);
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, (object?)Inventory ?? Uri);
        }
    }

    private void Keep(SentryConnection connection)
    {
        SessionConnection.Current = connection;
        if (IsOn(PassThru))
        {
            Pipeline.Write(connection);
        }
    }

    // Relative to where the session is, which is not where the process is; without a session only that is known.
    private string PathOf(string path) => string.Equals(path, InventoryPlace.DefaultName, StringComparison.OrdinalIgnoreCase)
        ? InventoryPlace.Default ?? throw InventoryFault.NotFound(path)
        : SessionState?.Path?.GetUnresolvedProviderPathFromPSPath(path) ?? Path.GetFullPath(path);

    private InteractiveSignIn SignIn(ConnectionSources sources, Uri home) => new(Pipeline, Observer, Clock)
    {
        ClientId = ClientId ?? sources.FindClientId(home) ?? throw SignInFaults.NoClientId(home),
        ClientSecret = ClientSecret is null ? null : new SecretText(ClientSecret),
        Scopes = RequestedScopes.Of(Scope),
        OpenBrowser = IsOn(NoBrowser) ? null : OpenBrowser,
        Protector = IsOn(Persist) ? KeptSessions.ChooseProtector() : null,
    };

    private ConnectionSources Sources()
    {
        var files = SettingsFiles.Sources(SessionState);
        var token = Token ?? Credential?.Password;
        return new ConnectionSources
        {
            Token = token is null ? null : new SecretText(token),
            Uri = Uri,
            Organization = Organization,
            AllowInsecure = IsOn(AllowInsecure),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            MaximumRetryCount = MaximumRetryCount,
            NearFile = files.NearFile,
            HomeFile = files.HomeFile,
            Sessions = files.Sessions,
            Account = Account,
        };
    }
}
