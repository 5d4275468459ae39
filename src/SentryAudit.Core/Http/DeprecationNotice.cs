namespace SentryAudit.Http;

/// <summary>Sentry's announcement that an endpoint goes away.</summary>
/// <param name="EndpointName">Method and path template.</param>
/// <param name="Date">The date as Sentry wrote it.</param>
/// <param name="Replacement">The endpoint to use instead; null when Sentry names none.</param>
internal sealed record DeprecationNotice(string EndpointName, string Date, string? Replacement)
{
    public override string ToString() =>
        $"Sentry has deprecated {EndpointName} (date: {Date}). {(Replacement is null ? "It names no replacement." : $"Its replacement is {Replacement}.")} "
        + "Look for a newer version of SentryAudit.";
}
