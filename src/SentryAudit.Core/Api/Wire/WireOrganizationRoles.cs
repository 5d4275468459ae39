namespace SentryAudit.Api.Wire;

/// <summary>What an organization's detail tells of roles. All of it is absent when the token may not see the detail.</summary>
internal sealed class WireOrganizationRoles
{
    public WireRole[]? OrgRoleList { get; set; }

    /// <summary>The name of <see cref="OrgRoleList"/> before Sentry renamed it.</summary>
    public WireRole[]? AvailableRoles { get; set; }

    public WireRole[]? TeamRoleList { get; set; }

    public bool? OpenMembership { get; set; }
}
