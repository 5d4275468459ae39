namespace SentryAudit.References;

/// <summary>Who owns an alert rule or is assigned to an issue, as a user writes it.</summary>
/// <param name="Text">The id, slug or address, without <c>#</c>, <c>team:</c> or <c>user:</c>; empty for nobody.</param>
internal readonly record struct ActorName(ActorKind Kind, string Text)
{
    private const string TeamPrefix = "team:";
    private const string UserPrefix = "user:";

    public static ActorName Parse(string text)
    {
        var name = text.Trim();
        return
            name.Length == 0 || name.Equals("none", StringComparison.OrdinalIgnoreCase) ? new ActorName(ActorKind.Nobody, "")
            : name.StartsWith('#') ? new ActorName(ActorKind.Team, name[1..])
            : name.StartsWith(TeamPrefix, StringComparison.Ordinal) ? ByIdOr(ActorKind.Team, ActorKind.TeamId, name[TeamPrefix.Length..])
            : name.StartsWith(UserPrefix, StringComparison.Ordinal) ? ByIdOr(ActorKind.Address, ActorKind.UserId, name[UserPrefix.Length..])
            : new ActorName(ActorKind.Address, name);
    }

    /// <summary>Whether it names this team: by its slug, or by its id.</summary>
    public bool Matches(SentryTeam team) =>
        Kind is ActorKind.Team or ActorKind.TeamId
        && (team.Id == Text || string.Equals(team.Slug, Text, StringComparison.OrdinalIgnoreCase));

    private static ActorName ByIdOr(ActorKind kind, ActorKind ofId, string text) =>
        new(text.Length > 0 && text.All(char.IsAsciiDigit) ? ofId : kind, text);
}
