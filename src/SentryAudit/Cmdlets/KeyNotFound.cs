namespace SentryAudit.Cmdlets;

/// <summary>The error for a key that matches nothing.</summary>
internal static class KeyNotFound
{
    public static SentryException For(EntityReference key) => new(
        "SentryObjectNotFound",
        SentryErrorCategory.ObjectNotFound,
        $"There is no {key.Kind} '{key}'{PlaceOf(key)}, or the token may not see it.",
        "Check the spelling and the organization. A name with a wildcard lists similar ones.");

    private static string PlaceOf(EntityReference key) => key.Organization is { } organization ? $" in {organization}" : "";

    /// <summary>An object that is not in the organization that -Organization names.</summary>
    public static SentryException Elsewhere(EntityReference key) => new(
        "SentryObjectElsewhere",
        SentryErrorCategory.InvalidArgument,
        $"The {key.Kind} '{key.Value}' is in the organization '{key.Organization}', but -Organization names another one.",
        "Leave out -Organization: objects name their own.");
}
