using System.Reflection;

namespace SentryAudit.Transport.Http;

/// <summary>How this module introduces itself to Sentry.</summary>
internal static class ProductName
{
    public static readonly string UserAgent =
        $"SentryAudit/{typeof(ProductName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion} (+https://github.com/sentryaudit/SentryAudit)";
}
