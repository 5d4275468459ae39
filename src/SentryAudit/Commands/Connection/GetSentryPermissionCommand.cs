using System.Management.Automation;
using System.Reflection;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Text;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Connection;

/// <summary>Gets the scopes that each cmdlet of this module needs, and whether the token of the connection has them.</summary>
[Cmdlet(VerbsCommon.Get, "SentryPermission")]
[OutputType(typeof(SentryPermission))]
public sealed class GetSentryPermissionCommand : SentryCmdlet
{
    /// <summary>Names of cmdlets; without it, all of this module.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Cmdlet { get; set; }

    /// <summary>The connection to check instead of the session's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public SentryConnection? Connection { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        var scopes = (Connection ?? SessionConnection.Current)?.Scopes;
        var patterns = (Cmdlet ?? ["*"]).Select(name => new WildcardExpression(name)).ToArray();
        foreach (var permission in All(scopes).Where(permission => patterns.Any(pattern => pattern.IsMatch(permission.Cmdlet))))
        {
            Pipeline.Write(permission);
        }

        return Task.CompletedTask;
    }

    internal static IEnumerable<SentryPermission> All(IReadOnlyList<string>? held) =>
        from type in typeof(SentryCmdlet).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal)
        let name = CmdletNames.Find(type)
        where name is not null
        let needs = type.GetCustomAttributes<RequiresScopeAttribute>().DefaultIfEmpty(new RequiresScopeAttribute())
        from need in needs
        select new SentryPermission
        {
            Cmdlet = name,
            For = need.For,
            Scopes = new StringList(need.AnyOf),
            Granted = need.AnyOf.Count == 0 ? true : held is null ? null : need.AnyOf.Any(scope => SentryScopes.Grants(held, scope)),
        };
}
