namespace SentryAudit.Cmdlets;

/// <summary>The teams that a <c>-Team</c> parameter limits a listing to.</summary>
internal sealed class NamedTeams() : NamedObjects<TeamReference, SentryTeam>(static (key, team) => key.Matches(team))
{
    private protected override IAsyncEnumerable<SentryTeam> List(
        KeyScope scope, IReadOnlyList<TeamReference> keys, CancellationToken cancellationToken) =>
        scope.Source.ListTeamsAsync(scope.Organization, keys, cancellationToken);
}
