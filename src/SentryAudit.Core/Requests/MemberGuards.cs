namespace SentryAudit.Requests;

/// <summary>
/// Finds changes of members that Sentry would refuse, or that the user would regret, before anything is sent. Each check gives null if
/// it finds nothing.
/// </summary>
/// <param name="token">The kind of the connection's token.</param>
/// <param name="user">E-mail address of the user of the connection; null if it is not known.</param>
/// <param name="members">All members of the organization.</param>
internal sealed class MemberGuards(SentryTokenKind token, string? user, IReadOnlyCollection<SentryMember> members)
{
    private const string Owner = "owner";

    public SentryException? AgainstRemoving(SentryMember member) =>
        AgainstIntegration("remove members")
        ?? AgainstOneself(member, "Remove yourself")
        ?? AgainstProvider(member, member.IdpProvisioned, "removed")
        ?? AgainstPartner(member)
        ?? AgainstLastOwner(member, "removed");

    /// <summary>Against removing somebody as inactive or gone who is neither.</summary>
    public static SentryException? AgainstStaleRow(SentryMember member) =>
        member.IsActive is true && member.Status is SentryUserStatusKind.Active
            ? Refusal(
                "SentryMemberIsActive",
                SentryErrorCategory.InvalidData,
                $"{member} is active, but the input says that the person is inactive or gone.",
                "Read the status again with Get-SentryUserStatus. If the person is to be removed all the same, use -Force.")
            : null;

    public SentryException? AgainstRole(SentryMember member, string role) =>
        AgainstRetired(role)
        ?? AgainstIntegration("change roles")
        ?? AgainstOneself(member, "Change your own role")
        ?? AgainstProvider(member, member.IdpRoleRestricted, "given another role")
        ?? AgainstPartner(member)
        ?? (role is Owner ? null : AgainstLastOwner(member, "given another role"));

    public static SentryException? AgainstInviting(SentryTokenKind token, MemberInvitation invitation) =>
        invitation switch
        {
            { TeamRole: not null, Teams.Count: 0 } => Refusal(
                "SentryTeamMissing",
                SentryErrorCategory.InvalidArgument,
                $"A role on teams is given for {invitation.Email}, but no team.",
                "Name teams with -Team, or leave out -TeamRole."),
            { Role: not "member" } when token is SentryTokenKind.Integration => Refusal(
                "SentryIntegrationLimited",
                SentryErrorCategory.PermissionDenied,
                "Integrations can invite people only with the role member.",
                "Invite with the role member, or connect with a personal token."),
            _ => AgainstRetired(invitation.Role),
        };

    public static SentryException? AgainstApproving(string? role) => role is null ? null : AgainstRetired(role);

    private static SentryException? AgainstRetired(string role) =>
        role is "admin"
            ? Refusal(
                "SentryRoleRetired",
                SentryErrorCategory.InvalidArgument,
                "Sentry has retired the role admin and no longer assigns it.",
                "Use the role member with the team role admin, or the role manager.")
            : null;

    private SentryException? AgainstIntegration(string action) =>
        token is SentryTokenKind.Integration
            ? Refusal(
                "SentryIntegrationLimited",
                SentryErrorCategory.PermissionDenied,
                $"Integrations can't {action}.",
                "Connect with a personal token of an owner or manager with the scope member:admin.")
            : null;

    private SentryException? AgainstOneself(SentryMember member, string action) =>
        user is not null && string.Equals(member.Email, user, StringComparison.OrdinalIgnoreCase)
            ? Refusal(
                "SentryMemberIsOneself",
                SentryErrorCategory.InvalidArgument,
                $"{member} is the user of this connection.",
                $"{action} in Sentry's web interface, or ask another owner to do it.")
            : null;

    private static SentryException? AgainstProvider(SentryMember member, bool? isManaged, string change) =>
        isManaged is true
            ? Refusal(
                "SentryManagedByProvider",
                SentryErrorCategory.PermissionDenied,
                $"{member} is managed by your identity provider and can't be {change} in Sentry.",
                "Change it in the identity provider (SCIM).")
            : null;

    private static SentryException? AgainstPartner(SentryMember member) =>
        member.PartnershipRestricted is true
            ? Refusal(
                "SentryManagedByPartner",
                SentryErrorCategory.PermissionDenied,
                $"{member} is managed by a partner of Sentry.",
                "Ask the partner to change the member.")
            : null;

    private SentryException? AgainstLastOwner(SentryMember member, string change) =>
        member is { Role: Owner, Pending: not true }
        && !members.Any(other => other.Id != member.Id && other is { Role: Owner, Pending: not true, IsActive: true })
            ? Refusal(
                "SentryLastOwner",
                SentryErrorCategory.InvalidArgument,
                $"{member} is the last owner of {member.OrganizationSlug} and can't be {change}.",
                "Make another member an owner first: Set-SentryMember -Role owner.")
            : null;

    private static SentryException Refusal(string id, SentryErrorCategory category, string message, string remedy) =>
        new(id, category, message, remedy);
}
