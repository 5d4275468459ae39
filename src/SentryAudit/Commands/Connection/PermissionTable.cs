using System.Reflection;
using SentryAudit.Cmdlets;
using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Connection;

/// <summary>What every cmdlet of the module needs, beside what a token and its owner have.</summary>
internal static class PermissionTable
{
    /// <param name="held">The scopes of the token; null if they are not known.</param>
    /// <param name="access">What its owner may do in an organization; null if none was asked.</param>
    public static IEnumerable<SentryPermission> All(IReadOnlyList<string>? held, CallerAccess? access) =>
        from type in typeof(SentryCmdlet).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal)
        let name = CmdletNames.Find(type)
        where name is not null
        let needs = type.GetCustomAttributes<RequiresScopeAttribute>().DefaultIfEmpty(new RequiresScopeAttribute())
        from need in needs
        let token = Has(held, need)
        select new SentryPermission
        {
            Cmdlet = name,
            For = need.For,
            Scopes = new StringList(need.AnyOf),
            OrganizationSlug = access?.OrganizationSlug,
            HasScope = token,
            Role = access?.Role,
            Granted = Has(access?.Scopes, need) ?? (token is false ? false : null),
        };

    // A role never adds to a token, so what the token lacks is not granted, whatever the organization says.
    private static bool? Has(IReadOnlyList<string>? scopes, RequiresScopeAttribute need) =>
        need.AnyOf.Count == 0 ? true
        : scopes is null ? null
        : need.AnyOf.Any(scope => SentryScopes.Grants(scopes, scope));
}
