using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.References;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
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
        return actor ?? throw Unknown(organization, owner.Trim());
    }

    private async Task<string?> FindTeamOwnerAsync(OrganizationHome organization, ActorName name, CancellationToken cancellationToken) =>
        await Areas.Teams.FindAsync(organization, name.Matches, cancellationToken).ConfigureAwait(false) is { } team
            ? $"team:{team.Id}"
            : null;

    private async Task<string?> FindMemberOwnerAsync(OrganizationHome organization, string address, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var members = await Areas.Members.ListAsync(organization, [new MemberReference(address)], teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var owner = members.FirstOrDefault(member => string.Equals(member.Email, address, StringComparison.OrdinalIgnoreCase));
        return owner?.UserId is { } user ? $"user:{user}" : null;
    }

    private static SentryException Unknown(OrganizationHome organization, string owner) =>
        new(
            "SentryObjectNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"{organization} has no team or member '{owner}' that could be an owner.",
            "Give a team as #team, or the e-mail address of a member.");
}
