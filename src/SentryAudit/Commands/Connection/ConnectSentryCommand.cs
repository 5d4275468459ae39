using System.Management.Automation;
using System.Security;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Text;
using SentryAudit.Completers;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Http;
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

    /// <summary>The token. Without a token: SENTRY_AUTH_TOKEN, then a kept session, then .sentryclirc.</summary>
    [Parameter(ParameterSetName = "Token", Position = 0)]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    /// <summary>A credential whose password is the token, for example from a secret vault; its user name is ignored.</summary>
    [Parameter(ParameterSetName = "Credential", Mandatory = true)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>An inventory file, or a folder of inventories, to read instead of Sentry.</summary>
    [Parameter(ParameterSetName = Offline, Mandatory = true)]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Inventory { get; set; }

    /// <summary>Reads the newest sync that had begun at this time. A time without an offset is local.</summary>
    [Parameter(ParameterSetName = Offline)]
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Signs in with a code that you enter in a browser on any device.</summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    public SwitchParameter DeviceCode { get; set; }

    /// <summary>Signs in through the browser of this machine.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    public SwitchParameter Browser { get; set; }

    /// <summary>
    /// Client id of the OAuth application; without it, SENTRY_CLIENT_ID, else that of the last session kept for this
    /// Sentry.
    /// </summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    [Parameter(ParameterSetName = ByBrowser)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>Client secret of a confidential OAuth application; a public one has none.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>Scopes to ask for: names, or Audit (what audits need), or Administration (what all cmdlets need).</summary>
    [Parameter(ParameterSetName = ByDeviceCode)]
    [Parameter(ParameterSetName = ByBrowser)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Scope { get; set; }

    /// <summary>Opens no browser, only shows the address.</summary>
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

    /// <summary>Address of the Sentry; without it, SENTRY_URL, .sentryclirc, an organization token's own, else https://sentry.io.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>Slug of the organization that cmdlets use when none is given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Organization { get; set; }

    /// <summary>Seconds that one attempt at a request may take, including its body.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How often a failed request is tried again.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>Bytes that one answer may have after decompression. A larger one is an error.</summary>
    [Parameter]
    [ValidateRange(1L << 20, 1L << 30)]
    public long MaximumAnswerSize { get; set; } = TransportSettings.DefaultAnswerSize;

    /// <summary>Allows http:// to other hosts than this machine. The token is sent unencrypted then.</summary>
    [Parameter]
    public SwitchParameter AllowInsecure { get; set; }

    /// <summary>
    /// Asks the addresses that a Sentry other than sentry.io announces for its regions, with the token, and not only the one given.
    /// </summary>
    [Parameter]
    public SwitchParameter FollowRegion { get; set; }

    /// <summary>Returns the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Opens a browser. Tests replace it.</summary>
    internal Func<Uri, bool> OpenBrowser { get; set; } = WebBrowser.TryOpen;

    private bool SignsIn => DeviceCode.IsPresent || Browser.IsPresent;

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = Inventory is null ? await ConnectAsync(cancellationToken) : ConnectOffline(Inventory);
            SessionConnection.Current = connection;
            if (PassThru.IsPresent)
            {
                Pipeline.Write(connection);
            }
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, (object?)Inventory ?? (Uri is { } address && SentryAddress.IsQuotable(address) ? address : null));
        }
    }

    private SentryConnection ConnectOffline(string inventory) =>
        OfflineConnector.Connect(
            new StoredLocation(InventoryFolder.ResolveInventory(SessionState, inventory), AsOf, Uri),
            Organization,
            fault => Pipeline.Warn($"{fault.Message} {fault.RecommendedAction}"),
            Clock);

    private async Task<SentryConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var sources = Sources();
        var settings = SignsIn ? sources.ForSignIn() : sources.Resolve(Pipeline.Verbose);
        ConnectionWarnings.AboutAddress(settings.BaseUri, Pipeline.Warn);
        if (SignsIn)
        {
            settings = await SignIn(sources, settings.BaseUri).RunAsync(settings, DeviceCode.IsPresent, cancellationToken);
        }

        var connection = await SentryConnector.ConnectAsync(settings, TransportLoader.Factory, Observer, Clock, cancellationToken);
        ConnectionWarnings.AboutToken(connection, Pipeline.Warn);
        return connection;
    }

    private InteractiveSignIn SignIn(ConnectionSources sources, Uri home) => new(Pipeline, Observer, Clock)
    {
        ClientId = ClientId ?? sources.FindClientId(home) ?? throw SignInFaults.NoClientId(home),
        ClientSecret = ClientSecret is null ? null : new SecretText(ClientSecret),
        Scopes = RequestedScopes.Of(Scope),
        OpenBrowser = NoBrowser.IsPresent ? null : OpenBrowser,
        Protector = Persist.IsPresent ? KeptSessions.ChooseProtector() : null,
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
            AllowInsecure = AllowInsecure.IsPresent,
            FollowRegion = FollowRegion.IsPresent,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            MaximumRetryCount = MaximumRetryCount,
            MaximumAnswerSize = MaximumAnswerSize,
            NearFile = files.NearFile,
            HomeFile = files.HomeFile,
            Sessions = files.Sessions,
            Account = Account,
        };
    }
}
