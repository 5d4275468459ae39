namespace SentryAudit;

/// <summary>Names a team by slug or id.</summary>
public sealed class TeamReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public TeamReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public TeamReference(SentryTeam team)
        : base(team.Slug, team.OrganizationSlug)
    {
    }

    internal override string Kind => "team";

    internal bool Matches(SentryTeam team) => IsIn(team.OrganizationSlug) && MatchesAny(team.Slug, team.Id);
}
