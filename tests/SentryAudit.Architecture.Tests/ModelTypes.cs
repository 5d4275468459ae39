using System.Reflection;

namespace SentryAudit.Core.Tests.Architecture;

/// <summary>The public types of Core, by what they are.</summary>
internal static class ModelTypes
{
    public static readonly Assembly Core = typeof(SentryMember).Assembly;

    /// <summary>What the schema calls a node: each is read from a listing.</summary>
    public static readonly Type[] Entities =
    [
        typeof(SentryOrganization),
        typeof(SentryTeam),
        typeof(SentryMember),
        typeof(SentryProject),
        typeof(SentryRelease),
        typeof(SentryAlertRule),
        typeof(SentryProjectKey),
        typeof(SentryRepository),
        typeof(SentryMonitor),
        typeof(SentryIntegration),
        typeof(SentryCustomIntegration),
        typeof(SentryInviteRequest),
        typeof(SentryAuthProvider),
    ];

    /// <summary>Everything the cmdlets write.</summary>
    public static IEnumerable<Type> Output =>
        Core.GetExportedTypes()
            .Where(type =>
                type is { IsClass: true }
                && !(type is { IsAbstract: true, IsSealed: true })
                && !type.IsAssignableTo(typeof(Exception))
                && !type.IsAssignableTo(typeof(EntityReference))
                && type != typeof(StringList));

    public static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public);
}
