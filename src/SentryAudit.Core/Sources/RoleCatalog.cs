namespace SentryAudit.Sources;

/// <summary>The roles of an organization and of its teams, and what follows from them. Sentry may add roles; none is taken for another.</summary>
internal sealed class RoleCatalog(IReadOnlyList<SentryRole> roles, bool? openMembership)
{
    // Sentry lists team roles from the least to the highest.
    private readonly string[] _teamRoles = [.. roles.Where(role => role.Kind is SentryRoleKind.Team).Select(role => role.Id)];

    private readonly Dictionary<string, SentryRole> _organizationRoles = roles
        .Where(role => role.Kind is SentryRoleKind.Organization)
        .DistinctBy(role => role.Id, StringComparer.Ordinal)
        .ToDictionary(role => role.Id, StringComparer.Ordinal);

    public IReadOnlyList<SentryRole> Roles => roles;

    /// <summary>Whether everybody may join every team; null when Sentry did not tell.</summary>
    public bool? OpenMembership => openMembership;

    /// <summary>Whether a role reaches every project; null when Sentry does not tell.</summary>
    public bool? IsGlobal(string? organizationRole) => Find(organizationRole)?.IsGlobal;

    /// <summary>The role that counts on a team somebody joined; null when that can't be told.</summary>
    public string? EffectiveTeamRole(string? organizationRole, string? teamRole)
    {
        var own = teamRole is null ? 0 : Array.IndexOf(_teamRoles, teamRole);
        if (own < 0 || _teamRoles.Length == 0)
        {
            return null;
        }

        // Nothing is higher than the highest, whatever the organization role gives.
        if (own == _teamRoles.Length - 1)
        {
            return teamRole;
        }

        var least = Find(organizationRole)?.MinimumTeamRole is { } minimum ? Array.IndexOf(_teamRoles, minimum) : -1;
        return least < 0 ? null : _teamRoles[Math.Max(own, least)];
    }

    /// <summary>The higher one of two effective team roles; unknown when one is unknown and the other not the highest.</summary>
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
