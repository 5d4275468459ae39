using System.Management.Automation;
using SentryAudit.Api;
using SentryAudit.Api.Calls;
using SentryAudit.Connecting;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that works with a Sentry: over the given connection, else the session's, else one made from the environment.</summary>
public abstract class SentryConnectedCmdlet : SentryCmdlet
{
    private readonly CallReach _reach = new();

    /// <summary>The connection to use instead of the session's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public SentryConnection? Connection { get; set; }

    /// <summary>The connection that this call uses; null before <see cref="BeginAsync"/>.</summary>
    private protected SentryConnection CurrentConnection { get; private set; } = null!;

    /// <summary>Sentry's API, for what only Sentry itself knows. Offline it answers every call with SentryApiRequired.</summary>
    private protected SentryApi Api => new(CurrentConnection.Site, Observer, _reach);

    /// <summary>Sentry, or the inventory of an offline connection, for what both know.</summary>
    private protected ISentrySource Source =>
        CurrentConnection.Stored is { } stored ? new InventorySource(stored, CurrentConnection.Organization, Observer) : Live;

    /// <summary>Sentry itself as a source, for what a stored inventory must not answer.</summary>
    private protected ISentrySource Live => new LiveSource(Api);

    /// <summary>Fills in when objects of an organization were first seen; null when no inventory knows that kind of object.</summary>
    private protected FirstSeenFiller<T>? FindFirstSeen<T>(OrganizationHome organization)
        where T : class =>
        CurrentConnection.FirstSeen.TryFind<T>(
            CurrentConnection.Stored is null ? CurrentConnection.InventoryRoot : null,
            CurrentConnection.BaseUri,
            organization,
            out var reading)
            ? new FirstSeenFiller<T>(reading, Observer)
            : null;

    /// <summary>Whether this call needs a connection.</summary>
    private protected virtual bool NeedsConnection => true;

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!NeedsConnection)
        {
            return;
        }

        try
        {
            CurrentConnection = Connection
                ?? await EnvironmentConnection.FindAsync(SessionState, Pipeline.Verbose, Observer, Clock, cancellationToken);
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, target: null);
        }
    }
}
