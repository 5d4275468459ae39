using System.Reflection;
using SentryAudit.Http;

namespace SentryAudit.Permissions;

/// <summary>The scopes that a sign-in asks for: by name, or by one of two words for what this module needs.</summary>
internal static class RequestedScopes
{
    public const string AuditWord = "Audit";
    public const string AdministrationWord = "Administration";

    /// <summary>What every audit needs, except for the audit log.</summary>
    public static readonly string[] Audit = ["org:read", "member:read", "team:read", "project:read", "event:read", "alerts:read"];

    /// <summary>What every cmdlet needs, by the attributes that Get-SentryPermission reads too.</summary>
    public static IReadOnlyList<string> Administration =>
        typeof(RequiresScopeAttribute)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetCustomAttributes<RequiresScopeAttribute>(inherit: false))
            .Where(need => need.AnyOf.Count > 0)
            .Aggregate(Audit.ToList(), (scopes, need) =>
                need.AnyOf.Any(scope => SentryScopes.Grants(scopes, scope)) ? scopes : [.. scopes, need.AnyOf[0]]);

    public static IReadOnlyList<string> Of(IEnumerable<string>? asked) =>
        [
            .. (asked ?? [AuditWord])
                .SelectMany(text => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
                .SelectMany(Expand)
                .Distinct(StringComparer.Ordinal),
        ];

    private static IReadOnlyList<string> Expand(string word) =>
        string.Equals(word, AuditWord, StringComparison.OrdinalIgnoreCase) ? Audit
        : string.Equals(word, AdministrationWord, StringComparison.OrdinalIgnoreCase) ? Administration
        : [word];
}
