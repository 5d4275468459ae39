using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Access;

/// <summary>What a caller may do to other members.</summary>
internal static class MemberRights
{
    /// <summary>Whether the caller can do no more than invite. <c>member:write</c> alone brings no more than that.</summary>
    public static bool OnlyInvites(this Exchange exchange) => !exchange.Can("member:admin") && exchange.Can("member:invite");

    /// <summary>
    /// The roles a caller may give and take: those up to their own. Integrations are nobody's role, so they have none.
    /// </summary>
    public static IReadOnlyList<string> RolesToGive(this Exchange exchange, bool inviting = false) =>
        exchange.Me is { } me && (inviting || exchange.Can("member:admin"))
            ? [.. Roles.Organization.Select(role => role.Id).Where(role => Roles.Rank(role) <= Roles.Rank(me.OrgRole))]
            : [];

    /// <summary>Checks a wanted role, under its name or its older one.</summary>
    public static string? ReadRole(this Exchange exchange, IReadOnlyList<string> allowed, bool retiredToo)
    {
        string? wanted = null;
        foreach (var name in new[] { "role", "orgRole" })
        {
            if (exchange.Body.Choice(name, Roles.Organization.Select(role => role.Id)) is not { } role)
            {
                continue;
            }

            wanted = role;
            if (!allowed.Contains(role, StringComparer.Ordinal))
            {
                exchange.Body.Mistake(name, "You do not have permission to set that org-level role");
            }
            else if (!retiredToo && Roles.Find(role) is { Retired: true })
            {
                exchange.Body.Mistake(name, $"The role '{role}' is deprecated and may no longer be assigned.");
            }
        }

        return wanted;
    }

    /// <summary>Whether the caller reaches every team: by role, because anybody may join any, or as an integration.</summary>
    public static bool ReachesAllTeams(this Exchange exchange) =>
        exchange.Organization.Settings.IsOn("openMembership")
        || (exchange.Me is { } me ? Roles.Find(me.OrgRole) is { Global: true } : exchange.Token.User is null);

    /// <summary>Whether the caller runs the team: on it, with more than a contributor's rights.</summary>
    public static bool Runs(this Exchange exchange, SandboxTeam team) =>
        team.Memberships.Find(place => place.Member == exchange.Me) is { } mine
        && (mine.Role is "admin" || exchange.Can("team:write") || exchange.Can("org:write") || exchange.Can("member:write"));
}
