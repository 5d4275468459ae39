using SentryAudit.Api.Events;
using SentryAudit.Api.Organizations;
using SentryAudit.Audits.Graph;
using SentryAudit.Common.Time;
using SentryAudit.Sources;
using static SentryAudit.Fuzzing.Tests.Recording.Asking;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>Every listing and every report of the module, as a question.</summary>
internal static class Questions
{
    private static readonly DateWindow Days = new(new(2026, 8, 25, 0, 0, 0, TimeSpan.Zero), new(2026, 8, 28, 0, 0, 0, TimeSpan.Zero));

    private static readonly string[] Projects = ["web-frontend", "mobile-ios"];
    private static readonly EventSource Web = new(Issue: null, "web-frontend", Window: null);

    public static readonly Question[] All =
    [
        new("organizations", (api, _) => api.Organizations.ListAsync([], default)),
        new("organization", (api, acme) => One(() => api.Organizations.GetAsync(acme, default))),
        new("members", (api, acme) => api.Members.ListAsync(acme, [], teams: null, default)),
        new("members with teams", MembersWithTeamsAsync),
        new("user status", StatusAsync),
        new("teams", (api, acme) => api.Teams.ListAsync(acme, [], default)),
        new("team members", (api, acme) => TeamMembersAsync(api, acme)),
        new("projects", (api, acme) => api.Projects.ListAsync(acme, [], [], default)),
        new("project keys", (api, acme) => api.ProjectKeys.ListAsync(acme, wanted: null, showSecret: false, default)),
        new("releases", (api, acme) => api.Releases.ListAsync(acme, new ReleaseFilter { IncludeArchived = true }, default)),
        new("deploys", DeploysAsync),
        new("alert rules", (api, acme) => api.AlertRules.ListAsync(acme, SentryAlertRuleKind.All, selection: null, default)),
        new("monitors", (api, acme) => api.Monitors.ListAsync(acme, SentryMonitorKind.All, selection: null, default)),
        new("cron monitors", (api, acme) => api.Monitors.ListAsync(acme, SentryMonitorKind.Cron, selection: null, default)),
        new("repositories", (api, acme) => api.Repositories.ListAsync(acme, default)),
        new("integrations", (api, acme) => api.Integrations.ListAsync(acme, default)),
        new("custom integrations", (api, acme) => api.CustomIntegrations.ListAsync(acme, default)),
        new("roles", (api, acme) => Many(async () => (await api.Roles.ReadAsync(acme, default)).ReadWhole())),
        new("invite requests", (api, acme) => api.InviteRequests.ListAsync(acme, default)),
        new("single sign-on", (api, acme) => One(() => api.AuthProviders.FindAsync(acme, default))),
        new("audit log", (api, acme) => api.AuditLog.ListAsync(acme, new AuditLogFilter(), default)),
        new("subscription", (api, acme) => One(() => api.Subscriptions.GetAsync(acme, default))),
        new("issues", (api, acme) => api.Issues.ListAsync(acme, IssueFilter.None, default)),
        new("events", (api, acme) => Parts(() => api.Events.ListAsync(acme, [Web], default))),
        new("events of issues", (api, acme) => Parts(async () => api.Events.ListAsync(acme, await IssuesAsync(api, acme), default))),
        new("entries", (api, acme) => Parts(() => api.EventEntries.ListAsync(acme, [Web], default))),
        new("reports", (api, acme) => Parts(() => api.Feedback.ListReportsAsync(acme, Projects, window: null, default))),
        new("feedback", (api, acme) => api.Feedback.ListFromWidgetAsync(acme, projects: null, window: null, default)),
        new("end users", (api, acme) => Parts(() => api.ProjectUsers.ListAsync(acme, Projects, query: null, default))),
        new("usage", (api, acme) => UsageAsync(api, acme, Days)),
        new("event counts", (api, acme) => CountsAsync(api, acme, Days)),
        new("products", (api, acme) => ProductsAsync(api, acme, Days)),
        new("access", AccessAsync),
        new("relationships", (api, acme) => GraphAsync(api, acme, GraphSelection.Cartography)),
        new("relationships of JupiterOne", (api, acme) => GraphAsync(api, acme, GraphSelection.JupiterOne)),
    ];

    /// <summary>The questions that an older Sentry answers at other endpoints.</summary>
    public static IReadOnlyList<Question> OfOldOnes { get; } =
        [.. All.Where(question => question.Name is "alert rules" or "cron monitors")];
}
