using SentryAudit.Api.Alerts;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Suggestions;
using SentryAudit.Api.Teams;
using SentryAudit.Http;

namespace SentryAudit.Api;

/// <summary>
/// Sentry's API, an area at a time. Made anew for each cmdlet call, so that what the transport reports reaches the pipeline that asked.
/// The areas keep nothing between two calls, so each is made when it is asked for.
/// </summary>
/// <param name="site">The Sentry.</param>
/// <param name="observer">Receives what the transport reports.</param>
/// <param name="reach">What the call knows of the reach of its token; null if nobody else needs it.</param>
internal sealed class SentryApi(SentrySite site, ITransportObserver observer, CallReach? reach = null)
{
    public ApiConnection Connection { get; } = new(site, observer, reach ?? new CallReach());

    public OrganizationsApi Organizations => new(Connection);

    public CallerAccessApi CallerAccess => new(Connection);

    public RolesApi Roles => new(Connection);

    public AuditLogApi AuditLog => new(Connection);

    public EnvironmentsApi Environments => new(Connection);

    public MembersApi Members => new(Connection, MemberDetails);

    public MemberDetailsApi MemberDetails => new(Connection);

    public MemberChangesApi MemberChanges => new(Connection, MemberDetails);

    public InvitationsApi Invitations => new(Connection, Members, MemberDetails);

    public InviteRequestsApi InviteRequests => new(Connection, MemberDetails);

    public AuthProvidersApi AuthProviders => new(Connection);

    public TeamsApi Teams => new(Connection);

    public TeamMembersApi TeamMembers => new(Teams, Members, Roles);

    public TeamMemberChangesApi TeamMemberChanges => new(Connection, TeamMembers);

    public ActorsApi Actors => new(Teams, Members);

    public ProjectsApi Projects => new(Connection);

    public ProjectChangesApi ProjectChanges => new(Connection, Projects);

    public ProjectSettingsApi ProjectSettings => new(Connection, Projects);

    public ProjectKeysApi ProjectKeys => new(Connection, Projects);

    public ProjectKeyChangesApi ProjectKeyChanges => new(Connection, ProjectKeys);

    public ReleasesApi Releases => new(Connection);

    public DeploysApi Deploys => new(Connection, Releases);

    public AlertRulesApi AlertRules => new(Connection, AlertRulePlaces, Projects);

    public MonitorsApi Monitors => new(Detectors, Workflows, CronMonitors, Projects);

    public IssuesApi Issues => new(Connection);

    public EventsApi Events => new(Connection);

    public EventEntriesApi EventEntries => new(Connection, Events);

    public FeedbackApi Feedback => new(Connection, Issues);

    public ProjectUsersApi ProjectUsers => new(Connection);

    public EventCountsApi EventCounts => new(Connection, new GeneratedEventsApi(Connection), Reach);

    public UsageApi Usage => new(Connection, Reach);

    public FeatureUsageApi FeatureUsage => new(Connection, Reach);

    public SubscriptionsApi Subscriptions => new(Connection);

    public IntegrationsApi Integrations => new(Connection);

    public CustomIntegrationsApi CustomIntegrations => new(Connection);

    public RepositoriesApi Repositories => new(Connection);

    public RawApi Raw => new(Connection, Organizations);

    public SuggestionsApi Suggestions => new(Connection, new ValueSuggestions(Roles, AuditLog, Environments));

    private StatsReach Reach => new(Connection);

    private WorkflowsApi Workflows => new(Connection, Detectors);

    private DetectorsApi Detectors => new(Connection);

    private CronMonitorsApi CronMonitors => new(Connection);

    private LegacyRuleWriter LegacyRules => new(Connection);

    private AlertRulePlaces AlertRulePlaces => new(
        Workflows,
        Detectors,
        new LegacyIssueRulesApi(Connection, LegacyRules, Projects),
        new LegacyMetricRulesApi(Connection, LegacyRules, CronMonitors));
}
