namespace SentryAudit;

/// <summary>Names a role by id or display name.</summary>
public sealed class RoleReference : EntityReference
{
    private SentryRoleKind? _kind;

    /// <summary>Names it by text; wildcards may match several.</summary>
    public RoleReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public RoleReference(SentryRole role)
        : base(role.Id, role.OrganizationSlug) => _kind = role.Kind;

    internal override string Kind => "role";

    /// <summary>The kind of role, which a copy has too.</summary>
    internal override void Learn(Func<string, string?> says) =>
        _kind = Enum.TryParse<SentryRoleKind>(says(nameof(SentryRole.Kind)), ignoreCase: true, out var kind) ? kind : _kind;

    // An object names a role of its kind: organizations have a role called admin, and teams have another one.
    internal bool Matches(SentryRole role) =>
        IsIn(role.OrganizationSlug)
        && (_kind is null || _kind == role.Kind)
        && (Organization is null ? MatchesAny(role.Id, role.Name) : MatchesAny(role.Id));

    // Only the roles of an organization are what a member has.
    internal bool Matches(SentryMember member) => IsIn(member.OrganizationSlug) && MatchesAny(member.Role);
}
