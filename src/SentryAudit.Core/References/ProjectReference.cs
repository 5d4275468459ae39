namespace SentryAudit;

/// <summary>Names a project by slug or id.</summary>
public sealed class ProjectReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public ProjectReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public ProjectReference(SentryProject project)
        : base(project.Slug, project.OrganizationSlug)
    {
    }

    internal override string Kind => "project";

    internal bool Matches(SentryProject project) => IsIn(project.OrganizationSlug) && MatchesAny(project.Slug, project.Id);
}
