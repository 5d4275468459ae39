using System.Management.Automation;
using System.Security;
using SentryAudit.Completers;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Inventory;
using SentryAudit.Text;

namespace SentryAudit.Commands.Connection;

/// <summary>Connects the session to a Sentry.</summary>
[Cmdlet(VerbsCommunications.Connect, "Sentry", DefaultParameterSetName = "Token")]
[OutputType(typeof(SentryConnection))]
public sealed class ConnectSentryCommand : SentryCmdlet
{
    private const string Offline = "Inventory";

    /// <summary>The token. Without it and <see cref="Credential"/>: SENTRY_AUTH_TOKEN, then .sentryclirc.</summary>
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

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Inventory is not null)
            {
                Keep(OfflineConnector.Connect(PathOf(Inventory), AsOf, Uri, Organization, fault => Pipeline.Warn($"{fault.Message} {fault.RecommendedAction}"), Clock));
                return;
            }

            var settings = Settings();
            if (settings.BaseUri.Scheme == "http" && !SentryAddress.IsLoopback(settings.BaseUri))
            {
                Pipeline.Warn($"The token is sent unencrypted to {settings.BaseUri.Host}.");
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

    private ConnectionSettings Settings()
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
        }.Resolve(Pipeline.Verbose);
    }
}
