using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Organizations: the list over all regions, and one organization's settings.</summary>
internal static class OrganizationEndpoints
{
    private static readonly SearchQuery<SandboxOrganization> Search = new(
        new(StringComparer.Ordinal)
        {
            ["id"] = static (organization, value) => organization.Id == value,
            ["slug"] = static (organization, value) => Match.Same(organization.Slug, value),
            ["status"] = static (organization, value) => Match.Same(organization.Status, value),
            ["email"] = static (organization, value) => organization.Members.Exists(member => Match.Same(member.Email, value)),
            ["member_id"] = static (organization, value) => organization.Members.Exists(member => member.Id == value),
            ["platform"] = static (organization, value) => organization.Projects.Exists(project => Match.Same(project.Platform, value)),
            ["query"] = Named,
        },
        Named);

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/", Scopes.Organization, List) { Silo = Silo.Both },
        new("organizations/{org}/", [], exchange => Answer.Json(json => OrganizationJson.WriteDetail(json, exchange))),
    ];

    private static bool Named(SandboxOrganization organization, string text) =>
        Match.Part(organization.Name, text) || Match.Part(organization.Slug, text);

    // A running server lists organizations by the memberships of the token's person. An integration's proxy user has none.
    private static Answer List(Exchange exchange)
    {
        if (exchange.Token.Kind is SandboxTokenKind.Organization)
        {
            throw ApiError.Forbidden();
        }

        var visible = exchange.World.Estate.Organizations
            .Where(organization => exchange.CalledRegion is null || organization.Region == exchange.CalledRegion)
            .Where(organization => exchange.Token.User is not null)
            .OrderByDescending(organization => organization.DateCreated)
            .ToList();
        return Search.Filter(visible, exchange.Query("query"))
            .Page(exchange)
            .Write(exchange, (json, organization) => OrganizationJson.Write(json, organization, exchange.World.Addresses));
    }
}
