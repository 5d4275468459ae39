using System.Management.Automation;
using SentryAudit.Api;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Text;
using SentryAudit.Completers;
using SentryAudit.Connecting;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Connection;

/// <summary>Gets the scopes that each cmdlet of this module needs, and whether the token and the role of its owner have them.</summary>
[Cmdlet(VerbsCommon.Get, "SentryPermission")]
[OutputType(typeof(SentryPermission))]
public sealed class GetSentryPermissionCommand : SentryCmdlet
{
    private readonly List<CallerAccess?> _access = [];
    private SentryConnection? _connection;
    private FilterCheck? _filters;

    /// <summary>Names of cmdlets; without it, all of this module.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Filter(FilterValues.CmdletName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Cmdlet { get; set; }

    /// <summary>Organizations by slug, id or wildcard; without it, the connection's default or all that the token sees.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Organization { get; set; }

    /// <summary>The connection to check instead of the session's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public SentryConnection? Connection { get; set; }

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        _connection = Connection ?? SessionConnection.Current;
        if (_connection is { Stored: null })
        {
            var api = new SentryApi(_connection.Site, Observer);
            foreach (var name in Organization ?? [null!])
            {
                await AskAsync(api, name is null ? null : new OrganizationReference(name), cancellationToken);
            }
        }

        // Without an organization the scopes of the token still tell something. One that was named and not found tells nothing.
        if (_access.Count == 0 && Organization is null)
        {
            _access.Add(null);
        }
    }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _filters ??= FilterCheck.Of(this);
        _filters.Collect();
        var patterns = (Cmdlet ?? ["*"]).Select(name => new WildcardExpression(name)).ToArray();
        foreach (var permission in _access
            .SelectMany(access => PermissionTable.All(_connection?.Scopes, access))
            .Where(permission => patterns.Any(pattern => pattern.IsMatch(permission.Cmdlet))))
        {
            Pipeline.Write(permission);
        }

        return Task.CompletedTask;
    }

    private protected override Task EndAsync(CancellationToken cancellationToken)
    {
        var cmdlets = PermissionTable.All(held: null, access: null).Select(permission => permission.Cmdlet).ToArray();
        _filters?.MayFind(FilterValues.CmdletName, cmdlets, Pipeline.Warn);
        _filters?.Report(Report, Pipeline.Warn);
        return Task.CompletedTask;
    }

    private async Task AskAsync(SentryApi api, OrganizationReference? key, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var home in api.Organizations.ResolveAsync(key, cancellationToken))
            {
                _access.Add(await api.CallerAccess.GetAsync(home, cancellationToken));
            }
        }
        catch (SentryApiException refused) when (refused.Status is 403 && key is null)
        {
            Pipeline.Verbose($"{refused.Message} Only the scopes of the token are known.");
        }
        catch (SentryException error)
        {
            Report(error, key?.Value);
        }
    }
}
