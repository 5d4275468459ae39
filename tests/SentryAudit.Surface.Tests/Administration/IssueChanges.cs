using SentryAudit.Commands.Issue;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of issues.</summary>
internal static class IssueChanges
{
    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "resolve an issue",
            "PUT organizations/{org}/issues/{issue}/",
            null,
            AnIssue,
            id => new SetSentryIssueCommand
            {
                Organization = First,
                Issue = [new(id)],
                Status = "Resolved",
            },
            (acme, id) => IssueOf(acme, id).Status),
        new(
            "assign an issue",
            "PUT organizations/{org}/issues/{issue}/",
            null,
            AnIssue,
            id => new SetSentryIssueCommand
            {
                Organization = First,
                Issue = [new(id)],
                AssignTo = "",
            },
            (acme, id) => IssueOf(acme, id).AssignedTo?.Name),
    ];

    private static string AnIssue(SandboxOrganization organization) =>
        organization.Issues.First(issue => issue is { Status: "unresolved", AssignedTo: not null }).Id;

    private static SandboxIssue IssueOf(SandboxOrganization organization, string id) => organization.Issues.Single(issue => issue.Id == id);
}
