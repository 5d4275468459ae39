using System.Runtime.CompilerServices;
using SentryAudit.Connections;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The memberships of teams, team by team in the order given; several are read side by side. A team that can't be read ends in its failure, and the next goes on.</summary>
    public IAsyncEnumerable<TeamMemberRead> ListTeamMembersAsync(OrganizationHome organization, IEnumerable<string> teams, RoleCatalog roles, CancellationToken cancellationToken) =>
        teams.ConcatInParallel(Parallelism, (team, ct) => ReadTeamAsync(organization, team, roles, ct), cancellationToken);

    private async IAsyncEnumerable<TeamMemberRead> ReadTeamAsync(OrganizationHome organization, string team, RoleCatalog roles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var members = ReadTeamMembersAsync(organization, team, cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            SentryException? fault = null;
            try
            {
                if (!await members.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (SentryException broken)
            {
                fault = broken;
            }

            if (fault is not null)
            {
                yield return new TeamMemberRead(team, null, fault);
                yield break;
            }

            var (wire, readAt) = members.Current;
            yield return new TeamMemberRead(team, wire.ToTeamMember(organization.Slug, team, roles, readAt), null);
        }
    }
}
