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

/// <summary>Sentry's API, an area at a time. Made anew for each cmdlet call, so that what the transport reports reaches the pipeline that asked.</summary>
internal sealed class SentryApi
{
    public SentryApi(SentrySite site, ITransportObserver observer)
    {
        Connection = new ApiConnection(site, observer);
        Organizations = new OrganizationsApi(Connection);
        Roles = new RolesApi(Connection);
        AuditLog = new AuditLogApi(Connection);

        var details = new MemberDetailsApi(Connection);
        Members = new MembersApi(Connection);
        MemberChanges = new MemberChangesApi(Connection, details);
        Invitations = new InvitationsApi(Connection, Members, details);
        InviteRequests = new InviteRequestsApi(Connection, details);
        AuthProviders = new AuthProvidersApi(Connection);

        Teams = new TeamsApi(Connection);
        TeamMembers = new TeamMembersApi(Teams, Members, Roles);
        TeamMemberChanges = new TeamMemberChangesApi(Connection, TeamMembers);

        Projects = new ProjectsApi(Connection);
        ProjectChanges = new ProjectChangesApi(Connection, Projects);
        ProjectSettings = new ProjectSettingsApi(Connection, Projects);
        ProjectKeys = new ProjectKeysApi(Connection, Projects);
        ProjectKeyChanges = new ProjectKeyChangesApi(Connection, ProjectKeys);

        Releases = new ReleasesApi(Connection);
        Deploys = new DeploysApi(Connection, Releases);
        Actors = new ActorsApi(Teams, Members);
        var (detectors, crons, writer) = (new DetectorsApi(Connection), new CronMonitorsApi(Connection), new LegacyRuleWriter(Connection));
        var workflows = new WorkflowsApi(Connection, detectors);
        var places = new AlertRulePlaces(
            workflows,
            detectors,
            new LegacyIssueRulesApi(Connection, writer, Projects),
            new LegacyMetricRulesApi(Connection, writer, crons));
        AlertRules = new AlertRulesApi(Connection, places, Projects);
        Monitors = new MonitorsApi(detectors, workflows, crons, Projects);
        Issues = new IssuesApi(Connection);
        Events = new EventsApi(Connection);
        EventEntries = new EventEntriesApi(Connection, Events);
        Feedback = new FeedbackApi(Connection, Issues);
        ProjectUsers = new ProjectUsersApi(Connection);
        EventCounts = new EventCountsApi(Connection, new GeneratedEventsApi(Connection));
        Usage = new UsageApi(Connection, Projects);
        FeatureUsage = new FeatureUsageApi(Connection);
        Subscriptions = new SubscriptionsApi(Connection);
        Integrations = new IntegrationsApi(Connection);
        CustomIntegrations = new CustomIntegrationsApi(Connection);
        Repositories = new RepositoriesApi(Connection);

        Raw = new RawApi(Connection, Organizations);
        Suggestions = new SuggestionsApi(Connection, AuditLog);
    }

    public ApiConnection Connection { get; }

    public OrganizationsApi Organizations { get; }

    public RolesApi Roles { get; }

    public AuditLogApi AuditLog { get; }

    public MembersApi Members { get; }

    public MemberChangesApi MemberChanges { get; }

    public InvitationsApi Invitations { get; }

    public InviteRequestsApi InviteRequests { get; }

    public AuthProvidersApi AuthProviders { get; }

    public TeamsApi Teams { get; }

    public TeamMembersApi TeamMembers { get; }

    public TeamMemberChangesApi TeamMemberChanges { get; }

    public ProjectsApi Projects { get; }

    public ProjectChangesApi ProjectChanges { get; }

    public ProjectSettingsApi ProjectSettings { get; }

    public ProjectKeysApi ProjectKeys { get; }

    public ProjectKeyChangesApi ProjectKeyChanges { get; }

    public ReleasesApi Releases { get; }

    public DeploysApi Deploys { get; }

    public ActorsApi Actors { get; }

    public AlertRulesApi AlertRules { get; }

    public MonitorsApi Monitors { get; }

    public IssuesApi Issues { get; }

    public EventsApi Events { get; }

    public EventEntriesApi EventEntries { get; }

    public FeedbackApi Feedback { get; }

    public ProjectUsersApi ProjectUsers { get; }

    public EventCountsApi EventCounts { get; }

    public UsageApi Usage { get; }

    public FeatureUsageApi FeatureUsage { get; }

    public SubscriptionsApi Subscriptions { get; }

    public IntegrationsApi Integrations { get; }

    public CustomIntegrationsApi CustomIntegrations { get; }

    public RepositoriesApi Repositories { get; }

    public RawApi Raw { get; }

    public SuggestionsApi Suggestions { get; }
}
