using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Requests;

/// <summary>
/// What Sentry's refusals of changes mean and what to do about them. Sentry gives no codes, only sentences, so these are
/// told by a part of theirs (Sentry's Python sources, 2026); an unknown one stays as it is.
/// </summary>
internal static class ChangeRefusals
{
    private static readonly (string Part, string ErrorId, SentryErrorCategory Category, string Message, string Remedy)[] Known =
    [
        (
            "missing the member:admin scope",
            "SentryForbidden",
            PermissionDenied,
            "Sentry refused, since the token lacks the scope member:admin.",
            "Use a token with the scope member:admin."),
        (
            "member who has more access than you",
            "SentryForbidden",
            PermissionDenied,
            "The member has more access than this connection, or it works as an integration, which removes nobody.",
            "Connect with a personal token of an owner with the scope member:admin."),
        (
            "only remaining owner",
            "SentryLastOwner",
            InvalidArgument,
            "The member is the last owner or manager of the organization.",
            "Make somebody else owner first: Set-SentryMember -Role owner."),
        (
            "changes to your own role",
            "SentryMemberIsOneself",
            InvalidArgument,
            "Sentry lets nobody change their own role.",
            "Let another owner do it."),
        (
            "permission to assign",
            "SentryForbidden",
            PermissionDenied,
            "This connection may not assign that role: it takes a user with at least that role, and with at least the member's.",
            "Connect as an owner."),
        (
            "permission to set that org-level role",
            "SentryForbidden",
            PermissionDenied,
            "This connection may not give that role: it takes a user with at least that role.",
            "Choose a lower role, or connect as an owner."),
        (
            "permission approve a member invitation",
            "SentryForbidden",
            PermissionDenied,
            "This connection may not approve the role that is asked for.",
            "Connect as an owner."),
        (
            "inviting new members with the member role only",
            "SentryIntegrationLimited",
            PermissionDenied,
            "Sentry lets integrations invite with the role member only.",
            "Invite as member, or connect with a personal token."),
        (
            "is deprecated and may no longer be assigned",
            "SentryRoleRetired",
            InvalidArgument,
            "Sentry has retired that role and assigns it no more.",
            "Use member with the team role admin, or manager."),
        (
            "organization's identity provider",
            "SentryManagedByProvider",
            PermissionDenied,
            "It is managed by your identity provider.",
            "Change it in the identity provider (SCIM)."),
        (
            "managed by an active partnership",
            "SentryManagedByPartner",
            PermissionDenied,
            "The member is managed by a partner of Sentry.",
            "Ask the partner."),
        ("Role: ", "SentryRoleUnknown", InvalidArgument, "Sentry gives no such role.", "Choose one that Get-SentryRole lists."),
        (
            "Invalid teams",
            "SentryTeamUnknown",
            InvalidArgument,
            "One of the teams does not exist in the organization, or is named twice.",
            "Name teams by their slugs: Get-SentryTeam."),
        (
            "too many invitations",
            "SentryRateLimited",
            LimitsExceeded,
            "Sentry takes no more invitations for now.",
            "Go on in an hour, or tomorrow: it counts both."),
        (
            "role cannot have team-level permissions",
            "SentryRoleWithoutTeams",
            InvalidArgument,
            "Sentry lets nobody with that role have teams.",
            "Give another role, or leave out the teams; Remove-SentryTeamMember takes a member off theirs."),
        (
            "already been invited",
            "SentryMemberInvited",
            ResourceExists,
            "That address has been invited already.",
            "Send the invitation again with Send-SentryInvitation."),
        (
            "already a member",
            "SentryMemberExists",
            ResourceExists,
            "That address belongs to a member already.",
            "Change the role with Set-SentryMember, teams with Add-SentryTeamMember."),
        (
            "invitations sent by someone else",
            "SentryForbidden",
            PermissionDenied,
            "The invitation was sent by somebody else.",
            "Use a token with the scope member:write."),
        (
            "not allowed to invite members",
            "SentryInvitingClosed",
            PermissionDenied,
            "Sentry lets this organization invite nobody, for its plan or its settings.",
            "Look at the organization's plan and settings in Sentry."),
        (
            "does not allow requests to join",
            "SentryRequestsClosed",
            PermissionDenied,
            "The organization takes no requests to join.",
            "Allow them with Set-SentryOrganization -AllowJoinRequests $true, or invite with New-SentryMember."),
        (
            "team without access to the project",
            "SentryTeamWithoutProject",
            InvalidArgument,
            "That team does not work on the project.",
            "Give it the project with Add-SentryProjectTeam, or assign to another team."),
        (
            "assign to non-team member",
            "SentryMemberWithoutProject",
            InvalidArgument,
            "That member is on no team of the project.",
            "Put them on one with Add-SentryTeamMember, or assign to somebody else."),
        (
            "could not parse actor",
            "SentryObjectNotFound",
            ObjectNotFound,
            "Nobody of the organization has that address.",
            "Give the e-mail address of a member, or a team as #team."),
        (
            "edit that user's membership",
            "SentryForbidden",
            PermissionDenied,
            "This connection may not change that member's teams.",
            "Use a token with the scope team:admin of somebody who is on the team, or of a manager or owner."),
        (
            "two-factor authentication with SSO",
            "SentryTwoFactorBySso",
            InvalidArgument,
            "The organization has single sign-on, and Sentry requires no second factor beside it.",
            "Require the second factor at the identity provider."),
        (
            "without personal two-factor",
            "SentryOwnTwoFactorMissing",
            InvalidArgument,
            "Sentry lets nobody require two-factor authentication who does not use it.",
            "Set it up for the account that this connection works as."),
        (
            "team with this slug already exists",
            "SentryTeamExists",
            ResourceExists,
            "A team with that slug exists already.",
            "Choose another slug, or use the team that is there."),
        (
            "project with this slug already exists",
            "SentryProjectExists",
            ResourceExists,
            "A project with that slug exists already.",
            "Choose another slug, or use the project that is there."),
        ("already using that slug", "SentrySlugTaken", ResourceExists, "Another project has that slug already.", "Choose another one."),
        ("is already in use", "SentrySlugTaken", ResourceExists, "That slug is in use already.", "Choose another one."),
    ];

    public static bool IsKnown(SentryApiException refusal) => Find(refusal).Part is not null;

    /// <summary>A known refusal in words that say what to do.</summary>
    /// <param name="what">What was refused, as <c>Inviting ada@acme.example</c>.</param>
    public static SentryException Explain(SentryApiException refusal, string what)
    {
        var found = Find(refusal);
        return new SentryException(found.ErrorId, found.Category, $"{what} was refused. {found.Message}", found.Remedy, refusal);
    }

    /// <summary>A refusal in Sentry's own words, with the change that it refuses: these rarely name what they are about.</summary>
    public static SentryApiException Name(SentryApiException refusal, string what) =>
        new(refusal.ErrorId, refusal.Category, $"{what} was refused. {refusal.Message}", refusal.RecommendedAction, refusal)
        {
            Status = refusal.Status,
            Detail = refusal.Detail,
            Code = refusal.Code,
            RequestId = refusal.RequestId,
            Endpoint = refusal.Endpoint,
            RequiredScope = refusal.RequiredScope,
        };

    private static (string Part, string ErrorId, SentryErrorCategory Category, string Message, string Remedy) Find(
        SentryApiException refusal) =>
        refusal is { Status: 400 or 403 or 409 or 429, Detail: { } detail }
            ? Known.FirstOrDefault(known => detail.Contains(known.Part, StringComparison.OrdinalIgnoreCase))
            : default;
}
