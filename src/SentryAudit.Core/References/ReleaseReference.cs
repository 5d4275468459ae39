namespace SentryAudit;

/// <summary>Names a release by version.</summary>
public sealed class ReleaseReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public ReleaseReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public ReleaseReference(SentryRelease release)
        : base(release.Version, release.OrganizationSlug)
    {
    }

    internal override string Kind => "release";

    internal bool Matches(SentryRelease release) => IsIn(release.OrganizationSlug) && MatchesAny(release.Version);
}
