using SentryAudit.Commands;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.AuditLog;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>One of the listings of the first organization (of all organizations, for these themselves).</summary>
/// <param name="Endpoint">The endpoint whose pages it reads.</param>
/// <param name="Scope">A scope that endpoint accepts.</param>
/// <param name="Total">How many objects there are.</param>
internal sealed record Listing(string Cmdlet, string Endpoint, string Scope, Func<SentryConnection, SentryCmdlet> Create, Func<SandboxEstate, int> Total)
{
    private static readonly OrganizationReference[] First = [new("acme")];

    private static readonly Listing[] Known =
    [
        new("Get-SentryOrganization", "organizations/", "org:read", c => new GetSentryOrganizationCommand { Connection = c }, estate => estate.Organizations.Count),
        new("Get-SentryMember", "organizations/{org}/members/", "member:read", c => new GetSentryMemberCommand { Connection = c, Organization = First }, estate => estate.Organizations[0].Members.Count),
        new("Get-SentryTeam", "organizations/{org}/teams/", "org:read", c => new GetSentryTeamCommand { Connection = c, Organization = First }, estate => estate.Organizations[0].Teams.Count),
        new("Get-SentryProject", "organizations/{org}/projects/", "org:read", c => new GetSentryProjectCommand { Connection = c, Organization = First }, estate => estate.Organizations[0].Projects.Count),
        new("Get-SentryRelease", "organizations/{org}/releases/", "project:read", c => new GetSentryReleaseCommand { Connection = c, Organization = First },
            estate => estate.Organizations[0].Releases.Count(release => release.Status == "open")),
        new("Get-SentryAlertRule", "organizations/{org}/workflows/", "alerts:read", c => new GetSentryAlertRuleCommand { Connection = c, Organization = First }, estate => estate.Organizations[0].Workflows.Count),
        new("Get-SentryAuditLog", "organizations/{org}/audit-logs/", "org:write", c => new GetSentryAuditLogCommand { Connection = c, Organization = First }, estate => estate.Organizations[0].AuditLog.Count),
        new("Get-SentryUserStatus", "organizations/{org}/members/", "member:read", c => new GetSentryUserStatusCommand { Connection = c, Organization = First }, estate => estate.Organizations[0].Members.Count),
    ];

    public static TheoryData<string> Names => [.. Known.Select(listing => listing.Cmdlet)];

    public static IReadOnlyList<Listing> All => Known;

    public static Listing Of(string cmdlet) => Known.Single(listing => listing.Cmdlet == cmdlet);

    /// <summary>Every listing with every one of some cases.</summary>
    public static TheoryData<string, T> With<T>(IEnumerable<T> cases)
    {
        var data = new TheoryData<string, T>();
        foreach (var listing in Known)
        {
            foreach (var one in cases)
            {
                data.Add(listing.Cmdlet, one);
            }
        }

        return data;
    }
}
