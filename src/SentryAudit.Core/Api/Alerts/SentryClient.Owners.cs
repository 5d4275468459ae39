using SentryAudit.Common.Streams;
using SentryAudit.Models;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Whom <c>#team</c> or an e-mail address names, as Sentry wants it: <c>team:45</c> or <c>user:280</c>. What is so already stays; <c>none</c> is empty.</summary>
    /// <exception cref="SentryException">There is no such team or member.</exception>
    public async Task<string> FindOwnerAsync(OrganizationHome organization, string owner, CancellationToken cancellationToken)
    {
        var named = owner.Trim();
        if (named.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        if (named.Length == 0 || named.StartsWith("team:", StringComparison.Ordinal) || named.StartsWith("user:", StringComparison.Ordinal))
        {
            return named;
        }

        if (named.StartsWith('#'))
        {
            return
                await Areas.Teams.FindAsync(
                        organization,
                        team => string.Equals(team.Slug, named[1..], StringComparison.OrdinalIgnoreCase),
                        cancellationToken).ConfigureAwait(false)
                    is { } team
                ? $"team:{team.Id}"
                : throw Unknown(organization, named);
        }

        var members = await Areas.Members.ListAsync(organization, [new MemberReference(named)], teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return members.FirstOrDefault(member => string.Equals(member.Email, named, StringComparison.OrdinalIgnoreCase))?.UserId is { } user
            ? $"user:{user}"
            : throw Unknown(organization, named);
    }

    private static SentryException Unknown(OrganizationHome organization, string owner) =>
        new(
            "SentryObjectNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"{organization} has no team or member '{owner}' that could be an owner.",
            "Give a team as #team, or the e-mail address of a member.");
}
