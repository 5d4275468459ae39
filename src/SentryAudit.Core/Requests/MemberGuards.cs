namespace SentryAudit.Requests;

/// <summary>
/// Changes of members that Sentry would refuse, or that their author would regret, told before anything is sent, in words
/// that say what to do. Null where nothing speaks against it.
/// </summary>
internal sealed class MemberGuards(SentryTokenKind token, string? oneself, IReadOnlyCollection<SentryMember> everybody)
{
    private const string Owner = "owner";

    public SentryException? AgainstRemoving(SentryMember member) =>
        AgainstIntegration("remove members")
        ?? AgainstOneself(member, "Remove yourself")
        ?? AgainstProvider(member, member.IdpProvisioned, "removed")
        ?? AgainstPartner(member)
        ?? AgainstLastOwner(member, "removed");

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
                $"{invitation.Email} would have a role on teams, but no team.",
                "Name teams with -Team, or leave out -TeamRole."),
            { Role: not "member" } when token is SentryTokenKind.Integration => Refusal(
                "SentryIntegrationLimited",
                SentryErrorCategory.PermissionDenied,
                "Sentry lets integrations invite with the role member only.",
                "Invite as member, or connect with a personal token."),
            _ => AgainstRetired(invitation.Role),
        };

    public static SentryException? AgainstApproving(string? role) => role is null ? null : AgainstRetired(role);

    private static SentryException? AgainstRetired(string role) =>
        role is "admin"
            ? Refusal(
                "SentryRoleRetired",
                SentryErrorCategory.InvalidArgument,
                "Sentry has retired the role admin and assigns it no more.",
                "Use member with the team role admin, or manager.")
            : null;

    private SentryException? AgainstIntegration(string what) =>
        token is SentryTokenKind.Integration
            ? Refusal(
                "SentryIntegrationLimited",
                SentryErrorCategory.PermissionDenied,
                $"Sentry lets integrations not {what}.",
                "Connect with a personal token of an owner or manager with the scope member:admin.")
            : null;

    private SentryException? AgainstOneself(SentryMember member, string what) =>
        oneself is { } user && string.Equals(member.Email, user, StringComparison.OrdinalIgnoreCase)
            ? Refusal(
                "SentryMemberIsOneself",
                SentryErrorCategory.InvalidArgument,
                $"{member} is who this connection works as.",
                $"{what} in Sentry's web interface, or let another owner do it.")
            : null;

    private static SentryException? AgainstProvider(SentryMember member, bool? isManaged, string how) =>
        isManaged is true
            ? Refusal(
                "SentryManagedByProvider",
                SentryErrorCategory.PermissionDenied,
                $"{member} is managed by your identity provider and can't be {how} in Sentry.",
                "Change it in the identity provider (SCIM).")
            : null;

    private static SentryException? AgainstPartner(SentryMember member) =>
        member.PartnershipRestricted is true
            ? Refusal(
                "SentryManagedByPartner",
                SentryErrorCategory.PermissionDenied,
                $"{member} is managed by a partner of Sentry.",
                "Ask the partner.")
            : null;

    private SentryException? AgainstLastOwner(SentryMember member, string how) =>
        member is { Role: Owner, Pending: not true }
        && !everybody.Any(other => other.Id != member.Id && other is { Role: Owner, Pending: not true, IsActive: true })
            ? Refusal(
                "SentryLastOwner",
                SentryErrorCategory.InvalidArgument,
                $"{member} is the last owner of {member.OrganizationSlug} and can't be {how}.",
                "Make somebody else owner first: Set-SentryMember -Role owner.")
            : null;

    private static SentryException Refusal(string id, SentryErrorCategory category, string message, string remedy) =>
        new(id, category, message, remedy);
}
