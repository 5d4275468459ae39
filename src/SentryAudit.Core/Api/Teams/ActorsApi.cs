using SentryAudit.Api.Members;
using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.References;

namespace SentryAudit.Api.Teams;

/// <summary>The teams and people that can own or be assigned something.</summary>
internal sealed class ActorsApi(TeamsApi teams, MembersApi members)
{
    /// <summary>An owner as Sentry takes it: <c>team:45</c> or <c>user:280</c>; empty for nobody.</summary>
    /// <exception cref="SentryException">There is no such team or member.</exception>
    public async Task<string> FindOwnerAsync(OrganizationHome organization, string owner, CancellationToken cancellationToken)
    {
        var name = ActorName.Parse(owner);
        if (name.Kind is ActorKind.Nobody)
        {
            return "";
        }

        if (name.IsTeam)
        {
            return await FindTeamAsync(organization, name, cancellationToken).ConfigureAwait(false) is { } team
                ? $"team:{team.Id}"
                : throw Unknown(organization, owner);
        }

        return await FindMemberAsync(organization, name, cancellationToken).ConfigureAwait(false) is { UserId: { } user }
            ? $"user:{user}"
            : throw Unknown(organization, owner);
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
        if (name.IsTeam)
        {
            return await FindTeamAsync(organization, name, cancellationToken).ConfigureAwait(false) is { } team
                ? ($"team:{team.Slug}", $"team:{team.Id}")
                : throw Unknown(organization, assignee);
        }

        // Sentry also knows the other addresses of its users, so an address is left to Sentry.
        var address = name.Kind is ActorKind.UserId
            ? (await FindMemberAsync(organization, name, cancellationToken).ConfigureAwait(false))?.Email
            : name.Text;
        return address?.Contains('@', StringComparison.Ordinal) is true
            ? ($"user:{address}", address)
            : throw Unknown(organization, assignee);
    }

    private Task<SentryTeam?> FindTeamAsync(OrganizationHome organization, ActorName name, CancellationToken cancellationToken) =>
        teams.FindAsync(organization, name.Matches, cancellationToken);

    private async Task<SentryMember?> FindMemberAsync(OrganizationHome organization, ActorName name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name.Text))
        {
            return null;
        }

        // Sentry searches for addresses, but not for ids of accounts.
        MemberReference[] keys = name.Kind is ActorKind.Address ? [new MemberReference(name.Text)] : [];
        var found = await members.ListAsync(organization, keys, teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(name.Matches);
    }

    private static SentryException Unknown(OrganizationHome organization, string actor) =>
        new(
            "SentryObjectNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"{organization} has no team or member '{actor.Trim()}' that could be an owner.",
            "Give a team as #team, or the e-mail address of a member.");
}
