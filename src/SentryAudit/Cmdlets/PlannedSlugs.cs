using SentryAudit.Requests;

namespace SentryAudit.Cmdlets;

/// <summary>
/// New slugs that a plan has given. Sentry refuses to give a slug a second time; a plan asks Sentry nothing, so it has to
/// know this itself.
/// </summary>
internal sealed class PlannedSlugs
{
    private readonly HashSet<string> _organizations = new(StringComparer.Ordinal);

    /// <summary>Remembers that an object of this organization has got the slug.</summary>
    public void Give(string organization, string? newSlug)
    {
        if (newSlug is not null)
        {
            _organizations.Add(organization);
        }
    }

    /// <summary>Why another object of the organization can't get it; null when it can.</summary>
    public SentryException? AgainstSecond(object candidate, string organization, string? newSlug) =>
        newSlug is not null && _organizations.Contains(organization) ? SlugGuards.AgainstSecond(candidate, newSlug) : null;
}
