using System.Globalization;
using System.Text.Json;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Stats;

namespace SentryAudit.Sandbox.Json;

/// <summary>A project: the row of the list, the shape inside a team or a monitor, and the parts its settings page shares.</summary>
internal static class ProjectJson
{
    public static void Write(Utf8JsonWriter json, SandboxProject project, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFields(json, project, exchange);
        WriteTeams(json, project, omitMissingTeam: false);
        json.Strings("platforms", Platforms(project));
        json.Strings("environments", project.Environments);
        WriteLatestRelease(json, project);
        json.WriteEndObject();
    }

    public static void WriteInTeam(Utf8JsonWriter json, SandboxProject project, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFields(json, project, exchange);
        WriteIdentity(json, project);
        json.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter json, SandboxProject project, Exchange exchange)
    {
        json.WriteString("id", project.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("slug", project.Slug);
        json.WriteString("name", project.Name);
        json.WriteString("platform", project.Platform);
        json.Date("dateCreated", project.DateCreated);
        json.Date("firstEvent", project.FirstEvent);
        json.WriteBoolean("firstTransactionEvent", project.FirstTransactionEvent);
        json.WriteBoolean("isBookmarked", project.IsBookmarked);
        json.WriteBoolean("isMember", exchange.Me is { } me && project.IsWorkedOnBy(me));
        json.WriteBoolean("hasAccess", exchange.Reaches(project));
        json.Strings("access", exchange.Token.Scopes);
        json.Strings("features", ["alert-filters", "releases"]);
        WriteUse(json, project, exchange.Organization);
        json.Flags(false, "hasFlags", "hasMinifiedStackTrace", "hasTraceMetrics", "hasInsightsHttp", "hasInsightsDb", "hasInsightsAssets",
            "hasInsightsAppStart", "hasInsightsScreenLoad", "hasInsightsVitals", "hasInsightsCaches", "hasInsightsQueues",
            "hasInsightsAgentMonitoring", "hasInsightsMCP");
    }

    /// <summary>What the project ever sent: the same as its counts say.</summary>
    private static void WriteUse(Utf8JsonWriter json, SandboxProject project, SandboxOrganization organization)
    {
        bool Sends(string category) => Categories.Usual(project, category) > 0;
        json.Flags(Sends("feedback"), "hasFeedbacks", "hasNewFeedbacks");
        json.Flags(Sends("profile"), "hasProfiles");
        json.Flags(Sends("replay"), "hasReplays");
        json.Flags(Sends("session"), "hasSessions");
        json.Flags(Sends("log_item"), "hasLogs");
        json.Flags(organization.CronMonitors.Exists(monitor => monitor.Project == project), "hasMonitors");
        json.Flags(organization.UserReports.Exists(report => report.Project == project), "hasUserReports");
    }

    /// <summary>What lists leave out and every single view has.</summary>
    public static void WriteIdentity(Utf8JsonWriter json, SandboxProject project)
    {
        json.Flags(false, "isInternal", "isPublic");
        json.LetterAvatar();
        json.WriteString("color", "#3fbf7f");
        json.WriteString("status", project.Status);
    }

    /// <summary>
    /// All teams, and the first again under its older name: null in lists when there is none, missing in the single view.
    /// </summary>
    public static void WriteTeams(Utf8JsonWriter json, SandboxProject project, bool omitMissingTeam)
    {
        if (project.Teams.Count > 0)
        {
            json.WritePropertyName("team");
            TeamJson.WriteReference(json, project.Teams[0]);
        }
        else if (!omitMissingTeam)
        {
            json.WriteNull("team");
        }

        json.Items("teams", project.Teams, TeamJson.WriteReference);
    }

    public static void WriteLatestRelease(Utf8JsonWriter json, SandboxProject project)
    {
        json.WritePropertyName("latestRelease");
        if (project.LatestRelease is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("version", project.LatestRelease);
        json.WriteEndObject();
    }

    public static IEnumerable<string> Platforms(SandboxProject project) =>
        string.IsNullOrEmpty(project.Platform) || project.FirstEvent is null ? [] : [project.Platform.Split('-')[0]];
}
