using System.Management.Automation;
using SentryAudit.Api;
using SentryAudit.Connecting;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that talks to a Sentry: over the connection given, else the session's, else one made from the environment.</summary>
public abstract class SentryConnectedCmdlet : SentryCmdlet
{
    /// <summary>The connection to use instead of the session's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public SentryConnection? Connection { get; set; }

    /// <summary>The connection of this call, once the cmdlet has begun.</summary>
    private protected SentryConnection Connected { get; private set; } = null!;

    /// <summary>Sentry's API, for what only Sentry itself can tell.</summary>
    private protected SentryApi Api => new(Connected.Site, Observer);

    private protected SentryClient Client => new(Connected.Site, Observer);

    /// <summary>What an inventory can tell as well as Sentry.</summary>
    private protected ISentrySource Source =>
        Connected.Stored is { } stored ? new InventorySource(stored, Connected.Organization, Observer) : Live;

    /// <summary>Sentry itself as a source, for what a stored inventory must not answer.</summary>
    private protected ISentrySource Live => new LiveSource(Api, Client);

    /// <summary>What the inventory knows of objects of an organization before they are listed; null when it knows nothing of the kind.</summary>
    private protected FirstSeenFiller<T>? FindFirstSeen<T>(OrganizationHome organization)
        where T : class =>
        Connected.FirstSeen.TryFind<T>(
            Connected.Stored is null ? Connected.InventoryRoot : null,
            Connected.BaseUri,
            organization,
            out var reading)
            ? new FirstSeenFiller<T>(reading, Observer)
            : null;

    /// <summary>Whether this call talks to Sentry at all.</summary>
    private protected virtual bool NeedsConnection => true;

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!NeedsConnection)
        {
            return;
        }

        try
        {
            Connected = Connection
                ?? await EnvironmentConnection.FindAsync(SessionState, Pipeline.Verbose, Observer, Clock, cancellationToken);
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, target: null);
        }
    }
}
