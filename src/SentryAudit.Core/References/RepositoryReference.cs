namespace SentryAudit;

/// <summary>Names a repository by name or id.</summary>
public sealed class RepositoryReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public RepositoryReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public RepositoryReference(SentryRepository repository)
        : base(repository.Id, repository.OrganizationSlug)
    {
    }

    internal override string Kind => "repository";

    // An object names one repository, and not another one whose name happens to be that id.
    internal bool Matches(SentryRepository repository) =>
        IsIn(repository.OrganizationSlug)
        && (Organization is null ? MatchesAny(repository.Id, repository.Name) : MatchesAny(repository.Id));
}
