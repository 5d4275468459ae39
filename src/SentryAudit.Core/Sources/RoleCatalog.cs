namespace SentryAudit.Sources;

/// <summary>
/// The roles of an organization and of its teams, and what follows from them. For roles that Sentry does not list, the answer is unknown.
/// </summary>
internal sealed class RoleCatalog(IReadOnlyList<SentryRole> roles, bool? openMembership)
{
    // Sentry lists team roles from the lowest to the highest.
    private readonly string[] _teamRoles = [.. roles.Where(role => role.Kind is SentryRoleKind.Team).Select(role => role.Id)];

    private readonly Dictionary<string, SentryRole> _organizationRoles = roles
        .Where(role => role.Kind is SentryRoleKind.Organization)
        .DistinctBy(role => role.Id, StringComparer.Ordinal)
        .ToDictionary(role => role.Id, StringComparer.Ordinal);

    public IReadOnlyList<SentryRole> Roles => roles;

    /// <summary>Why roles are missing; null when there are no others.</summary>
    public SentryException? Gap { get; init; }

    /// <summary>The roles, and then the fault when there are others.</summary>
    /// <exception cref="SentryException">Some roles are missing.</exception>
    public IEnumerable<SentryRole> ReadWhole()
    {
        foreach (var role in roles)
        {
            yield return role;
        }

        if (Gap is not null)
        {
            throw Gap;
        }
    }

    /// <summary>Whether everybody may join every team; null if Sentry did not report it.</summary>
    public bool? OpenMembership => openMembership;

    /// <summary>Whether a role gives access to every project; null if Sentry does not report it.</summary>
    public bool? IsGlobal(string? organizationRole) => Find(organizationRole)?.IsGlobal;

    /// <summary>The role that counts on a team for one of its members; null if it can't be determined.</summary>
    public string? EffectiveTeamRole(string? organizationRole, string? teamRole)
    {
        var own = teamRole is null ? 0 : Array.IndexOf(_teamRoles, teamRole);
        if (own < 0 || _teamRoles.Length == 0)
        {
            return null;
        }

        // The highest team role counts, whatever the role in the organization gives.
        if (own == _teamRoles.Length - 1)
        {
            return teamRole;
        }

        var least = Find(organizationRole)?.MinimumTeamRole is { } minimum ? Array.IndexOf(_teamRoles, minimum) : -1;
        return least < 0 ? null : _teamRoles[Math.Max(own, least)];
    }

    /// <summary>The higher one of two effective team roles; null if one of them is unknown and the other is not the highest.</summary>
    public string? Higher(string? first, string? second)
    {
        var (one, other) = (Array.IndexOf(_teamRoles, first), Array.IndexOf(_teamRoles, second));
        return Math.Max(one, other) is >= 0 and var higher && (Math.Min(one, other) >= 0 || higher == _teamRoles.Length - 1)
            ? _teamRoles[higher]
            : null;
    }

    private SentryRole? Find(string? organizationRole) =>
        organizationRole is null ? null : _organizationRoles.GetValueOrDefault(organizationRole);
}
