using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.References;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Changes one issue, by itself: the list of issues, changed as such, would mean all of them.</summary>
    public async Task<SentryIssue> SetIssueAsync(
        OrganizationHome organization,
        SentryIssue issue,
        IssueChange change,
        CancellationToken cancellationToken)
    {
        var endpoint = EventEndpoints.SetIssue;
        var changed = await ChangeAsync(
                $"Changing {issue}",
                async () =>
                {
                    var answer = await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug, issue.Id),
                            change.ToBody(),
                            WireJson.Default.WireIssue,
                            cancellationToken).ConfigureAwait(false);
                    return answer.Value.ToModel(organization.Slug, answer.ReceivedAt);
                },
                change.Missing(issue).Any() ? LookAsync : null).ConfigureAwait(false);

        return PropertyChange.Describe(change.Missing(changed)) is not { } missing ? changed : throw Incomplete($"{issue}", missing);

        // A condition that is set anew on an issue that looks so already leaves no trace.
        async Task<SentryIssue?> LookAsync() =>
            await FindIssueAsync(organization, issue.Id, cancellationToken).ConfigureAwait(false) is { } now && !change.Missing(now).Any()
                ? now
                : null;
    }

    /// <summary>
    /// An assignee as issues show it (<c>user:mail</c>, <c>team:slug</c>) and as Sentry takes it (an address, <c>team:45</c>);
    /// empty for nobody.
    /// </summary>
    /// <exception cref="SentryException">There is no such team or account, or the text is no address.</exception>
    public async Task<(string Assignee, string Actor)> FindAssigneeAsync(
        OrganizationHome organization,
        string named,
        CancellationToken cancellationToken)
    {
        var name = ActorName.Parse(named);
        if (name.Kind is ActorKind.Nobody)
        {
            return ("", "");
        }

        // Sentry takes teams by their id here, and shows them by their slug.
        if (name.Kind is ActorKind.Team or ActorKind.TeamId)
        {
            return await Areas.Teams.FindAsync(organization, name.Matches, cancellationToken).ConfigureAwait(false) is { } team
                ? ($"team:{team.Slug}", $"team:{team.Id}")
                : throw Unknown(organization, named.Trim());
        }

        var address = name.Kind is ActorKind.UserId
            ? await FindAddressAsync(organization, name.Text, cancellationToken).ConfigureAwait(false)
            : name.Text;
        return address?.Contains('@', StringComparison.Ordinal) is true
            ? ($"user:{address}", address)
            : throw Unknown(organization, named.Trim());
    }

    private async Task<string?> FindAddressAsync(OrganizationHome organization, string userId, CancellationToken cancellationToken)
    {
        var members = await Areas.Members.ListAsync(organization, [], teams: null, cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return members.FirstOrDefault(member => member.UserId == userId)?.Email;
    }
}
