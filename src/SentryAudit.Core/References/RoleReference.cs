namespace SentryAudit;

/// <summary>Names a role by id or display name.</summary>
public sealed class RoleReference : EntityReference
{
    private readonly SentryRoleKind? _kind;

    /// <summary>Names it by text; wildcards may match several.</summary>
    public RoleReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public RoleReference(SentryRole role)
        : base(role.Id, role.OrganizationSlug) => _kind = role.Kind;

    internal override string Kind => "role";

    // An object names a role of its kind: organizations have a role called admin, and teams have another one.
    internal bool Matches(SentryRole role) =>
        IsIn(role.OrganizationSlug) && (_kind is null ? MatchesAny(role.Id, role.Name) : _kind == role.Kind && MatchesAny(role.Id));
}
