using System.Reflection;

namespace SentryAudit.Architecture.Tests;

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

    /// <summary>The entities, and deploys, which have no date of their creation.</summary>
    public static readonly Type[] Listed = [.. Entities, typeof(SentryDeploy)];

    /// <summary>Everything the cmdlets write.</summary>
    public static IReadOnlyList<Type> Output { get; } =
    [
        .. Core.GetExportedTypes()
            .Where(type =>
                type is { IsClass: true }
                && !(type is { IsAbstract: true, IsSealed: true })
                && !type.IsAssignableTo(typeof(Exception))
                && !type.IsAssignableTo(typeof(EntityReference))
                && type != typeof(StringList)),
    ];

    public static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public);
}
