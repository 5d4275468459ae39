using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Whom a request names: <c>user:1</c>, <c>team:1</c>, a user's id or address; empty names nobody.</summary>
internal static class Actors
{
    public static SandboxOwner? Read(Exchange exchange, string field)
    {
        if (exchange.Body.Text(field, blank: true, nullable: true) is not { Length: > 0 } named)
        {
            return null;
        }

        var owner = named.StartsWith("team:", StringComparison.Ordinal)
            ? Team(exchange.Organization, named)
            : User(exchange.Organization, named);
        if (owner is null)
        {
            exchange.Body.Mistake(field, "Could not parse actor. Format should be `type:id` where type is `team` or `user`.");
        }

        return owner;
    }

    private static SandboxOwner? Team(SandboxOrganization organization, string named) =>
        organization.Teams.Find(team => "team:" + team.Id == named) is { } team
            ? new SandboxOwner("team", team.Id, team.Slug)
            : null;

    private static SandboxOwner? User(SandboxOrganization organization, string named) =>
        organization
            .Members.Find(member =>
                member.User is { } user
                && ("user:" + user.Id == named || user.Id == named || string.Equals(user.Email, named, StringComparison.OrdinalIgnoreCase)))
            ?.User
            is { } user
            ? new SandboxOwner("user", user.Id, user.Name, user.Email)
            : null;
}
