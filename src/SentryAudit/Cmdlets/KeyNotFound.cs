namespace SentryAudit.Cmdlets;

/// <summary>The error for a key that names nothing.</summary>
internal static class KeyNotFound
{
    public static SentryException For(EntityReference key) => new(
        "SentryObjectNotFound",
        SentryErrorCategory.ObjectNotFound,
        $"There is no {key.Kind} '{key}'{(key.Organization is { } organization ? $" in {organization}" : "")}, or the token may not see it.",
        "Check its spelling and the organization; a wildcard lists what resembles it.");
}
