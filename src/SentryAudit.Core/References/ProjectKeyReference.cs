using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>Names a client key by label, fingerprint, or by the key or DSN itself. Of these only the fingerprint is kept.</summary>
public sealed class ProjectKeyReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public ProjectKeyReference(string value)
        : base(KeyText.Find(value ?? "") is { } key ? KeyText.Fingerprint(key) : value!)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public ProjectKeyReference(SentryProjectKey key)
        : base(key.Id, key.OrganizationSlug)
    {
    }

    internal override string Kind => "project key";

    // An object names one key, and not another one whose name happens to be that id.
    internal bool Matches(SentryProjectKey key) =>
        IsIn(key.OrganizationSlug) && (Organization is null ? MatchesAny(key.Id, key.Label) : MatchesAny(key.Id));
}
