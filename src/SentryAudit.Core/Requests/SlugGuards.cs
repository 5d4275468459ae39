namespace SentryAudit.Requests;

/// <summary>New slugs: which Sentry would refuse, and what they bring with them.</summary>
internal static class SlugGuards
{
    /// <summary>A plan's sentence, with what a new slug means for whoever uses the old one.</summary>
    public static string? Warn(string? sentence, string slug, string? newSlug) =>
        sentence is null || newSlug is null || newSlug == slug
            ? sentence
            : $"{sentence}; its addresses change, and what names the old slug has to be changed, too";

    /// <summary>What happens to the second of several that are to have one slug.</summary>
    public static SentryException AgainstSecond(object second, string slug) =>
        new(
            "SentrySlugTaken",
            SentryErrorCategory.ResourceExists,
            $"{second} can't have the slug {slug}, which another one has by then.",
            "Give new slugs one at a time.");
}
