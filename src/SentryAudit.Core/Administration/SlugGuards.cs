namespace SentryAudit.Administration;

/// <summary>Slugs that Sentry would refuse.</summary>
internal static class SlugGuards
{
    /// <summary>What happens to the second of several that are to have one slug.</summary>
    public static SentryException AgainstSecond(object second, string slug) => new(
        "SentrySlugTaken", SentryErrorCategory.ResourceExists, $"{second} can't have the slug {slug}, which another one has by then.", "Give new slugs one at a time.");
}
