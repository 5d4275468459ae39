namespace SentryAudit.Requests;

/// <summary>Finds changes of teams that Sentry would refuse.</summary>
internal static class TeamGuards
{
    public static SentryException? AgainstProvider(SentryTeam team) =>
        team.IdpProvisioned is true
            ? new SentryException(
                "SentryManagedByProvider",
                SentryErrorCategory.PermissionDenied,
                $"Team {team} is managed by your identity provider and can't be changed in Sentry.",
                "Change its group in the identity provider (SCIM).")
            : null;
}
