namespace SentryAudit.Requests;

/// <summary>The types of event entries that Sentry's own pages show. It adds new ones.</summary>
internal static class EntryTypes
{
    public static readonly (string Name, string Description)[] All =
    [
        ("exception", "An exception with its causes"),
        ("stacktrace", "A stack without an exception"),
        ("message", "A message of the application"),
        ("breadcrumbs", "What the application did before the event"),
        ("request", "The HTTP request that was served"),
        ("threads", "What each thread was doing"),
        ("spans", "The steps of a transaction"),
        ("csp", "What a content security policy blocked"),
        ("expectct", "A certificate that was not in the transparency log"),
        ("expectstaple", "A certificate without a stapled status"),
        ("hpkp", "A certificate with another key than the pinned one"),
        ("template", "The template that was rendered"),
        ("debugmeta", "The images that were loaded"),
        ("resources", "Links to further help"),
    ];
}
