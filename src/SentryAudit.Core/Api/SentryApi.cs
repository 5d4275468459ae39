using SentryAudit.Api.Calls;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
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
        Members = new MembersApi(Connection);
        Teams = new TeamsApi(Connection);
        TeamMembers = new TeamMembersApi(Teams, Members, Roles);
        Projects = new ProjectsApi(Connection);
    }

    public ApiConnection Connection { get; }

    public OrganizationsApi Organizations { get; }

    public RolesApi Roles { get; }

    public MembersApi Members { get; }

    public TeamsApi Teams { get; }

    public TeamMembersApi TeamMembers { get; }

    public ProjectsApi Projects { get; }
}
