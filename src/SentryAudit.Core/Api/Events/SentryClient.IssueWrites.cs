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
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
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
                            WireEventsJson.Default.WireIssue,
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

    /// <summary>Whom <c>#team</c>, <c>team:slug</c>, <c>user:address</c> or an address names, as issues show it and as Sentry wants it. Empty and <c>none</c> are nobody.</summary>
    /// <exception cref="SentryException">There is no such team, or it is no address.</exception>
    public async Task<(string Assignee, string Actor)> FindAssigneeAsync(
        OrganizationHome organization,
        string named,
        CancellationToken cancellationToken)
    {
        var text = named.Trim();
        if (text.Length == 0 || text.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return ("", "");
        }

        var (isTeam, name) = text switch
        {
            ['#', .. var slug] => (true, slug),
            _ when text.StartsWith("team:", StringComparison.Ordinal) => (true, text["team:".Length..]),
            _ when text.StartsWith("user:", StringComparison.Ordinal) => (false, text["user:".Length..]),
            _ => (false, text),
        };
        if (!isTeam)
        {
            return name.Contains('@', StringComparison.Ordinal) ? ($"user:{name}", name) : throw Unknown(organization, text);
        }

        // Sentry knows teams by their id here.
        return
            await Areas.Teams.FindAsync(
                    organization,
                    team => team.Id == name || string.Equals(team.Slug, name, StringComparison.OrdinalIgnoreCase),
                    cancellationToken).ConfigureAwait(false)
                is { } team
            ? ($"team:{team.Slug}", $"team:{team.Id}")
            : throw Unknown(organization, text);
    }
}
