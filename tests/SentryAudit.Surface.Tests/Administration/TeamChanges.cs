using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of teams and of who is on them.</summary>
internal static class TeamChanges
{
    private const string Members = "organizations/{org}/members/";
    private const string Teams = "organizations/{org}/teams/";
    private const string TeamPlace = "organizations/{org}/members/{member}/teams/{team}/";

    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "make a team",
            "POST " + Teams,
            null,
            _ => "newcomers",
            slug => new NewSentryTeamCommand { Organization = First, Slug = [slug] },
            (acme, slug) => EstateLookup.TeamOf(acme, slug)?.Id),
        new(
            "rename a team",
            "PUT teams/{org}/{team}/",
            Teams,
            ATeam,
            slug => new SetSentryTeamCommand
            {
                Organization = First,
                Team = [new(slug)],
                Name = "Another name",
            },
            (acme, slug) => EstateLookup.TeamOf(acme, slug)!.Name),
        new(
            "remove a team",
            "DELETE teams/{org}/{team}/",
            Teams,
            ATeam,
            slug => new RemoveSentryTeamCommand { Organization = First, Team = [new(slug)] },
            (acme, slug) => EstateLookup.TeamOf(acme, slug)?.Id),
        new(
            "put somebody on a team",
            "POST " + TeamPlace,
            Members,
            ANonMember,
            email => new AddSentryTeamMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Team = [new("frontend")],
            },
            PlaceOf)
        {
            IsByRole = true,
        },
        new(
            "change a role on a team",
            "PUT " + TeamPlace,
            "teams/{org}/{team}/members/",
            AContributor,
            email => new SetSentryTeamMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Team = [new("frontend")],
                Role = "admin",
            },
            PlaceOf)
        {
            IsByRole = true,
        },
        new(
            "take somebody off a team",
            "DELETE " + TeamPlace,
            Teams,
            AContributor,
            email => new RemoveSentryTeamMemberCommand
            {
                Organization = First,
                Member = [new(email)],
                Team = [new("frontend")],
            },
            PlaceOf)
        {
            IsByRole = true,
        },
    ];

    /// <summary>A team that no identity provider manages.</summary>
    private static string ATeam(SandboxOrganization organization) => organization.Teams.First(team => !team.IdpProvisioned).Slug;

    private static SandboxTeamMembership? Place(SandboxOrganization organization, SandboxMember member) =>
        EstateLookup.TeamOf(organization, "frontend")!.Memberships.Find(place => place.Member == member);

    private static string? PlaceOf(SandboxOrganization organization, string email) =>
        Place(organization, EstateLookup.MemberOf(organization, email)!) is { } place ? place.Role ?? "contributor" : null;

    private static string AContributor(SandboxOrganization organization) =>
        organization
            .Members.First(member =>
                member is { OrgRole: "member", Pending: false, User: not null } && Place(organization, member) is { Role: null }
            )
            .Email;

    private static string ANonMember(SandboxOrganization organization) =>
        organization
            .Members.First(member => member is { OrgRole: "member", Pending: false, User: not null } && Place(organization, member) is null)
            .Email;
}
