using SentryAudit.Api.Members;
using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.References;

namespace SentryAudit.Api.Teams;

/// <summary>The teams and people that can own or be assigned something.</summary>
internal sealed class ActorsApi(TeamsApi teams, MembersApi members)
{
    /// <summary>
    /// An owner as Sentry takes it: <c>team:45</c> or <c>user:280</c>; empty for nobody. Slugs and addresses are looked up,
    /// ids are not.
    /// </summary>
    /// <exception cref="SentryException">There is no such team or member.</exception>
    public async Task<string> FindOwnerAsync(OrganizationHome organization, string owner, CancellationToken cancellationToken)
    {
        var name = ActorName.Parse(owner);
        var actor = name.Kind switch
        {
            ActorKind.Nobody => "",
            ActorKind.TeamId => $"team:{name.Text}",
            ActorKind.UserId => $"user:{name.Text}",
            ActorKind.Team => await FindTeamOwnerAsync(organization, name, cancellationToken).ConfigureAwait(false),
            _ => await FindMemberOwnerAsync(organization, name.Text, cancellationToken).ConfigureAwait(false),
        };
        return actor ?? throw Unknown(organization, owner);
    }

    /// <summary>
    /// An assignee as issues show it (<c>user:mail</c>, <c>team:slug</c>) and as Sentry takes it (an address, <c>team:45</c>);
    /// empty for nobody.
    /// </summary>
    /// <exception cref="SentryException">There is no such team or account, or the text is no address.</exception>
    public async Task<(string Assignee, string Actor)> FindAssigneeAsync(
        OrganizationHome organization, string assignee, CancellationToken cancellationToken)
    {
        var name = ActorName.Parse(assignee);
        if (name.Kind is ActorKind.Nobody)
        {
            return ("", "");
        }

        // Sentry takes teams by their id here, and shows them by their slug.
        if (name.Kind is ActorKind.Team or ActorKind.TeamId)
        {
            return await teams.FindAsync(organization, name.Matches, cancellationToken).ConfigureAwait(false) is { } team
                ? ($"team:{team.Slug}", $"team:{team.Id}")
                : throw Unknown(organization, assignee);
        }

        var address = name.Kind is ActorKind.UserId
            ? await FindAddressAsync(organization, name.Text, cancellationToken).ConfigureAwait(false)
            : name.Text;
        return address?.Contains('@', StringComparison.Ordinal) is true
            ? ($"user:{address}", address)
            : throw Unknown(organization, assignee);
    }

    private async Task<string?> FindTeamOwnerAsync(OrganizationHome organization, ActorName name, CancellationToken cancellationToken) =>
        await teams.FindAsync(organization, name.Matches, cancellationToken).ConfigureAwait(false) is { } team
            ? $"team:{team.Id}"
            : null;

    private async Task<string?> FindMemberOwnerAsync(OrganizationHome organization, string address, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var found = await members.ListAsync(organization, [new MemberReference(address)], teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var owner = found.FirstOrDefault(member => string.Equals(member.Email, address, StringComparison.OrdinalIgnoreCase));
        return owner?.UserId is { } user ? $"user:{user}" : null;
    }

    private async Task<string?> FindAddressAsync(OrganizationHome organization, string userId, CancellationToken cancellationToken)
    {
        var all = await members.ListAsync(organization, [], teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return all.FirstOrDefault(member => member.UserId == userId)?.Email;
    }

    private static SentryException Unknown(OrganizationHome organization, string actor) =>
        new(
            "SentryObjectNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"{organization} has no team or member '{actor.Trim()}' that could be an owner.",
            "Give a team as #team, or the e-mail address of a member.");
}
