using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Members and invitations.</summary>
internal static class MemberEndpoints
{
    private static readonly SearchQuery<SandboxMember> Search = new(
        new(StringComparer.Ordinal)
        {
            ["id"] = static (member, value) => member.Id == value,
            ["user.id"] = static (member, value) => member.User?.Id == value,
            ["email"] = static (member, value) => Match.Same(member.Email, value),
            ["role"] = static (member, value) => Match.Same(member.OrgRole, value),
            ["scope"] = static (member, value) => Roles.Grants(member.OrgRole, value),
            ["isInvited"] = static (member, value) => Match.Flag(member.User is null, value),
            ["ssoLinked"] = static (member, value) => Match.Flag(member.SsoLinked, value),
            // Nobody knows an invitee's methods: neither answer matches one.
            ["has2fa"] = static (member, value) => member.User is not null && Match.Flag(member.User.Has2Fa, value),
            ["hasExternalUsers"] = static (_, value) => Match.Flag(actual: false, value),
        },
        static (member, text) => Match.Part(member.Name, text) || Match.Part(member.Email, text));

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/members/", Scopes.Members, List),
        new("organizations/{org}/members/{member}/", Scopes.Members, Detail) { NeedsUser = true },
        new("organizations/{org}/users/", Scopes.Organization, Users),
        new("organizations/{org}/users/{user}/", Scopes.Members, User),
    ];

    private static Answer List(Exchange exchange)
    {
        var listed = exchange.Organization.Members.FindAll(member => member.User?.IsListed is not false);
        return Search.Filter(listed, exchange.Query("query")).Page(exchange).Write(exchange, MemberJson.Write);
    }

    private static Answer Detail(Exchange exchange)
    {
        var member = Filters.PathMember(exchange);
        return Answer.Json(json => MemberJson.WriteDetail(json, member, exchange.Organization, exchange.Token));
    }

    /// <summary>The account of a member, by its own id.</summary>
    private static Answer User(Exchange exchange) =>
        exchange.Organization.Members.Find(member => member.User?.Id == exchange.Route("user")) is { User: { } user }
            ? Answer.Json(json => UserJson.Write(json, user))
            : throw ApiError.NotFound();

    /// <summary>Active members with a team on one of the projects, all in one answer, by e-mail.</summary>
    private static Answer Users(Exchange exchange)
    {
        var projects = new Dictionary<SandboxMember, SortedSet<string>>();
        foreach (var project in exchange.Organization.Projects.Where(Filters.Projects(exchange)))
        {
            var places = project.Teams.SelectMany(team => team.Memberships);
            foreach (var place in places.Where(place => place.Member.User is { IsActive: true }))
            {
                projects.TryAdd(place.Member, new(StringComparer.Ordinal));
                projects[place.Member].Add(project.Slug);
            }
        }

        return Answer.Json(json =>
        {
            json.WriteStartArray();
            foreach (var (member, slugs) in projects.OrderBy(pair => pair.Key.Email, StringComparer.Ordinal))
            {
                MemberJson.WriteWithProjects(json, member, slugs);
            }

            json.WriteEndArray();
        });
    }
}
