namespace SentryAudit.Requests;

/// <summary>Warns of the consequences of new slugs, and finds new slugs that Sentry would refuse.</summary>
internal static class SlugGuards
{
    /// <summary>The sentence of a change, with a warning of what a new slug means for everything that uses the old one.</summary>
    public static string? Warn(string? sentence, string slug, string? newSlug) =>
        sentence is null || newSlug is null || newSlug == slug
            ? sentence
            : $"{sentence}; its addresses will change, and everything that uses the old slug must be changed too";

    /// <summary>The second of several objects that should get the same slug.</summary>
    public static SentryException AgainstSecond(object second, string slug) =>
        new(
            "SentrySlugTaken",
            SentryErrorCategory.ResourceExists,
            $"{second} can't get the slug {slug}, since another object of the same command gets it.",
            "Give each object a slug of its own.");
}
