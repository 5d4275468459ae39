using System.Reflection;

namespace SentryAudit.Transport.Http;

/// <summary>How this module introduces itself to Sentry.</summary>
internal static class ProductName
{
    public static readonly string UserAgent = $"SentryAudit/{Version} (+https://github.com/sentryaudit/SentryAudit)";

    private static string Version =>
        typeof(ProductName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
