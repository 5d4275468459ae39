namespace SentryAudit.Inventory;

/// <summary>Recognises that a Sentry does not have a list at all, as older versions lack newer ones.</summary>
internal static class MissingList
{
    private const string OfOrganization = "GET organizations/{org}/";

    /// <summary>
    /// The list that this Sentry lacks; null if the read failed for another reason. An organization that could be read has all the lists
    /// that its Sentry has, so that only one it does not have is not found.
    /// </summary>
    public static string? Of(SentryException? fault) =>
        fault is SentryApiException { Status: 404, Endpoint: { } endpoint }
        && endpoint.StartsWith(OfOrganization, StringComparison.Ordinal)
        && endpoint[OfOrganization.Length..].Trim('/') is { Length: > 0 } list
        && !list.Contains('/', StringComparison.Ordinal)
            ? list
            : null;
}
