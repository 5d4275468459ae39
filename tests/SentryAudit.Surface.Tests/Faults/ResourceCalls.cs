using System.Globalization;
using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Access;
using SentryAudit.Commands.Api;
using SentryAudit.Commands.AuthProvider;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Role;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Events;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>A call of a cmdlet that is no plain listing, and one of the endpoints it needs.</summary>
/// <param name="HasPages">Whether the endpoint's answer comes in pages, which a missing Link header breaks off.</param>
/// <param name="Pages">How many pages the large sandbox has there, 2 for more than one.</param>
internal sealed record ResourceCall(string Name, string Endpoint, bool HasPages, int Pages, Func<SandboxOrganization, SentryCmdlet> Create)
{
    private static readonly OrganizationReference[] First = [new("acme")];
    private static readonly OrganizationReference[] Any = [new("*")];
    private static readonly ProjectReference[] Web = [new("web-frontend")];

    public static readonly ResourceCall[] All =
    [
        new("entries: events of a project", "projects/{org}/{project}/events/", true, 2, _ => new GetSentryEventEntryCommand
        {
            Organization = First,
            Project = Web,
        }),
        new("entries: events of an issue", "organizations/{org}/issues/{issue}/events/", true, 1, acme => new GetSentryEventEntryCommand
        {
            Organization = First,
            Issue = [new(acme.Issues[0].ShortId)],
        }),
        new("entries: issues", "organizations/{org}/issues/", true, 2, acme => new GetSentryEventEntryCommand
        {
            Organization = First,
            Issue = [new(acme.Issues[0].ShortId + "*")],
        }),
        new("entries: an issue", "organizations/{org}/issues/{issue}/", false, 1, acme => new GetSentryEventEntryCommand
        {
            Organization = First,
            Issue = [new(acme.Issues[0].ShortId)],
        }),
        new("entries: projects", "organizations/{org}/projects/", true, 2, _ => new GetSentryEventEntryCommand
        {
            Organization = First,
            Project = [new("*-7")],
        }),
        new("entries: place of an event", "organizations/{org}/eventids/{event}/", false, 1, acme => new GetSentryEventEntryCommand
        {
            Organization = First,
            Event = [new(AnEvent(acme))],
        }),
        new("entries: an event", "projects/{org}/{project}/events/{event}/", false, 1, acme => new GetSentryEventEntryCommand
        {
            Organization = First,
            Event = [new(AnEvent(acme))],
        }),
        new("feedback: reports", "projects/{org}/{project}/user-feedback/", true, 1, _ => new GetSentryUserFeedbackCommand
        {
            Organization = First,
            Project = Web,
        }),
        new("feedback: widget", "organizations/{org}/issues/", true, 1, _ => new GetSentryUserFeedbackCommand
        {
            Organization = First,
            Project = Web,
        }),
        new("feedback: projects", "organizations/{org}/projects/", true, 2, _ => new GetSentryUserFeedbackCommand { Organization = First }),
        new("team members: members", "teams/{org}/{team}/members/", true, 1, acme => new GetSentryTeamMemberCommand
        {
            Organization = First,
            Team = [new(ATeam(acme))],
        }),
        new("team members: teams", "organizations/{org}/teams/", true, 2, _ => new GetSentryTeamMemberCommand { Organization = First }),
        new("team members: roles", "organizations/{org}/", false, 1, acme => new GetSentryTeamMemberCommand
        {
            Organization = First,
            Team = [new(ATeam(acme))],
        }),
        new("roles", "organizations/{org}/", false, 1, _ => new GetSentryRoleCommand { Organization = First }),
        new("roles: organizations", "organizations/", true, 2, _ => new GetSentryRoleCommand { Organization = Any }),
        new("access: projects", "organizations/{org}/projects/", true, 2, _ => new GetSentryAccessCommand { Organization = First }),
        new("access: roles", "organizations/{org}/", false, 1, _ => new GetSentryAccessCommand { Organization = First, Project = Web }),
        new("access: teams", "teams/{org}/{team}/members/", true, 1, _ => new GetSentryAccessCommand
        {
            Organization = First,
            Project = Web,
        }),
        new("access: members", "organizations/{org}/members/", true, 2, _ => new GetSentryAccessCommand
        {
            Organization = First,
            Project = Web,
        }),
        new("deploys", "organizations/{org}/releases/{version}/deploys/", true, 1, acme => new GetSentryDeployCommand
        {
            Organization = First,
            Release = [new(acme.Releases[0].Version)],
        }),
        new("deploys: releases", "organizations/{org}/releases/", true, 2, _ => new GetSentryDeployCommand
        {
            Organization = First,
            Release = [new("*")],
        }),
        new("single sign-on", "organizations/{org}/auth-provider/", false, 1, _ => new GetSentryAuthProviderCommand
        {
            Organization = First,
        }),
        new("single sign-on: organizations", "organizations/", true, 2, _ => new GetSentryAuthProviderCommand { Organization = Any }),
        new("api", "organizations/{org}/members/", false, 1, _ => Api("organizations/acme/members/")),
        new("api: one object", "organizations/{org}/", false, 1, _ => Api("organizations/acme/")),
        new("api -Paginate", "organizations/{org}/members/", true, 2, _ => Api("organizations/acme/members/")),
    ];

    /// <summary>Each call with each of its faults, on its first page and on a later one.</summary>
    public static TheoryData<string, string, int> With(Func<ResourceCall, IEnumerable<string>> faults)
    {
        var data = new TheoryData<string, string, int>();
        foreach (var call in All)
        {
            foreach (var (fault, skip) in faults(call).SelectMany(fault => Enumerable.Range(0, call.Pages).Select(skip => (fault, skip))))
            {
                data.Add(call.Name, fault, skip);
            }
        }

        return data;
    }

    public static ResourceCall Of(string name) => All.Single(call => call.Name == name);

    public RecordingPipeline Run(SentryConnection connection, SandboxOrganization acme)
    {
        var cmdlet = (SentryConnectedCmdlet)Create(acme);
        cmdlet.Connection = connection;
        return CmdletRunner.Run(cmdlet, Name is "api -Paginate" ? ["Paginate"] : []);
    }

    /// <summary>The errors, but for those about members of a role the sandbox does not explain: they are no fault's.</summary>
    public static IReadOnlyList<SentryException> ErrorsOf(RecordingPipeline run) =>
        [
            .. run.Errors.Select(error => error.Exception).Where(error => error.ErrorId != "SentryRoleUnknown"),
            .. run.Terminated is { } last ? new[] { last.Exception } : [],
        ];

    public static string[] KeysOf(RecordingPipeline run) => [.. run.Output.Select(Key)];

    private static string Key(object item) => item switch
    {
        SentryEventEntry entry => $"{entry.EventId} {entry.Type} {entry.Summary}",
        SentryTeamMember member => $"{member.TeamSlug} {member.MemberId} {member.EffectiveRole}",
        SentryRole role => $"{role.OrganizationSlug} {role.Kind} {role.Id}",
        SentryAccess access => $"{access.MemberId} {access.ProjectSlug} {access.Grant}",
        SentryAuthProvider provider => $"{provider.OrganizationSlug} {provider.Id}",
        SentryDeploy deploy => $"{deploy.ReleaseVersion} {deploy.Id}",
        SentryUserFeedback feedback => $"{feedback.Source} {feedback.Id}",
        _ => ((PSObject)item).ToString(),
    };

    private static InvokeSentryApiCommand Api(string path) => new() { Path = path };

    private static string ATeam(SandboxOrganization organization) => organization.Teams.First(team => team.Memberships.Count > 0).Slug;

    /// <summary>Id of the first event of an issue.</summary>
    public static string AnEvent(SandboxIssue issue) =>
        EventId.Of(new SandboxOptions().Seed, long.Parse(issue.Id, CultureInfo.InvariantCulture), 0);

    private static string AnEvent(SandboxOrganization organization) => AnEvent(organization.Issues.First(issue => !issue.EventsExpired));
}
