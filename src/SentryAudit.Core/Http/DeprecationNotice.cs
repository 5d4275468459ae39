namespace SentryAudit.Http;

/// <summary>Sentry's announcement that it will remove an endpoint.</summary>
/// <param name="EndpointName">Method and path template.</param>
/// <param name="Date">The date as Sentry wrote it.</param>
/// <param name="Replacement">The endpoint to use instead; null if Sentry names none.</param>
internal sealed record DeprecationNotice(string EndpointName, string Date, string? Replacement)
{
    public override string ToString()
    {
        var replacement = Replacement is null ? "Sentry names no replacement." : $"Its replacement is {Replacement}.";
        return $"Sentry has deprecated {EndpointName} (date: {Date}). {replacement} Look for a newer version of SentryAudit.";
    }
}
