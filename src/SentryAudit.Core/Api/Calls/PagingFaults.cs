namespace SentryAudit.Api.Calls;

/// <summary>Why the pages of a list lead to no end.</summary>
internal static class PagingFaults
{
    private const string Proxy = "Look for a proxy that removes or rewrites the Link header.";

    public static SentryException Unclear() => Fault(
        "Sentry's answer had no usable Link header, so it is unknown whether more pages follow.", Proxy);

    public static SentryException Repeated(string cursor) => Fault($"Sentry's next cursor is one that was read before ({cursor}).", Proxy);

    public static SentryException Endless(string pages) => Fault(
        $"Sentry gives page after page without an end: {pages} in a row had nothing new.", Proxy);

    public static SentryException Uncounted(long total, long items) => Fault(
        $"Sentry counts {total} items, and {items} came.", "Run the command again.");

    public static SentryException Unproved(int passes) => Fault(
        $"The list changed while it was read: {passes} readings of it did not agree.", "Run the command again when less is going on.");

    private static SentryException Fault(string message, string action) =>
        new("SentryPagingUnclear", SentryErrorCategory.InvalidResult, message, action);
}
