using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of members, invitations and requests.</summary>
internal static class MemberChanges
{
    private const string Members = "organizations/{org}/members/";
    private const string Member = "organizations/{org}/members/{member}/";
    private const string InviteRequests = "organizations/{org}/invite-requests/";
    private const string InviteRequest = "organizations/{org}/invite-requests/{request}/";

    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "invite somebody",
            "POST " + Members,
            null,
            _ => "newcomer@acme.example",
            email => new NewSentryMemberCommand { Organization = First, Email = [email] },
            (acme, email) => EstateLookup.MemberOf(acme, email)?.OrgRole),
        new(
            "remove a member",
            "DELETE " + Member,
            Members,
            AMember,
            email => new RemoveSentryMemberCommand { Organization = First, Member = [new(email)] },
            (acme, email) => EstateLookup.MemberOf(acme, email)?.Id),
        new(
            "change a role",
            "PUT " + Member,
            Members,
            AMember,
            email => new SetSentryMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Role = "manager",
            },
            (acme, email) => EstateLookup.MemberOf(acme, email)!.OrgRole),
        new(
            "send an invitation again",
            "PUT " + Member,
            Members,
            acme => acme.Members.First(member => member.Expired).Email,
            email => new SendSentryInvitationCommand { Organization = First, Member = [new(email)] },
            (acme, email) => EstateLookup.MemberOf(acme, email)!.Expired.ToString())
        {
            Uses = ["expired invitations"],
        },
        new(
            "approve a request",
            "PUT " + InviteRequest,
            InviteRequests,
            ARequest,
            email => new ApproveSentryInviteRequestCommand { Organization = First, InviteRequest = [new(email)] },
            (acme, email) => EstateLookup.MemberOf(acme, email)?.Id),
        new(
            "deny a request",
            "DELETE " + InviteRequest,
            InviteRequests,
            ARequest,
            email => new DenySentryInviteRequestCommand { Organization = First, InviteRequest = [new(email)] },
            (acme, email) => acme.InviteRequests.Any(request => request.Email == email).ToString()),
    ];

    /// <summary>A member nothing speaks against, with teams.</summary>
    private static string AMember(SandboxOrganization organization) =>
        organization
            .Members.First(member =>
                member
                    is {
                        OrgRole: "member",
                        Pending: false,
                        User: not null,
                        IdpProvisioned: false,
                        IdpRoleRestricted: false,
                        PartnershipRestricted: false
                    }
                && organization.Teams.Any(team => team.Memberships.Any(membership => membership.Member == member)))
            .Email;

    private static string ARequest(SandboxOrganization organization) => organization.InviteRequests[0].Email;
}
