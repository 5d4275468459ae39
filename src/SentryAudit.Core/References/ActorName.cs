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

    public bool IsTeam => Kind is ActorKind.Team or ActorKind.TeamId;

    /// <summary>Whether it names this member: by the address, or by the id of the account.</summary>
    public bool Matches(SentryMember member) => Kind switch
    {
        ActorKind.UserId => member.UserId == Text,
        ActorKind.Address => string.Equals(member.Email, Text, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether it names this team: by its slug, or by its id.</summary>
    public bool Matches(SentryTeam team) =>
        IsTeam
        && (team.Id == Text || string.Equals(team.Slug, Text, StringComparison.OrdinalIgnoreCase));

    private static ActorName ByIdOr(ActorKind kind, ActorKind ofId, string text) =>
        new(text.Length > 0 && text.All(char.IsAsciiDigit) ? ofId : kind, text);
}
