using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A release, and its deploys. Its id, and the ids of its projects, are numbers.</summary>
internal static class ReleaseJson
{
    public static void Write(Utf8JsonWriter json, SandboxRelease release)
    {
        json.WriteStartObject();
        WriteFields(json, release);
        json.WriteEndObject();
    }

    /// <summary>One release, with the names of its neighbours.</summary>
    public static void WriteDetail(Utf8JsonWriter json, SandboxRelease release, List<SandboxRelease> newestFirst)
    {
        var index = newestFirst.IndexOf(release);
        json.WriteStartObject();
        WriteFields(json, release);
        json.WriteStartObject("currentProjectMeta");
        json.WriteString("nextReleaseVersion", index > 0 ? newestFirst[index - 1].Version : null);
        json.WriteString("prevReleaseVersion", index + 1 < newestFirst.Count ? newestFirst[index + 1].Version : null);
        json.WriteString("firstReleaseVersion", newestFirst[^1].Version);
        json.WriteString("lastReleaseVersion", newestFirst[0].Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteDeploy(Utf8JsonWriter json, SandboxDeploy deploy)
    {
        json.WriteStartObject();
        json.WriteString("id", deploy.Id);
        json.WriteString("environment", deploy.Environment);
        json.Date("dateStarted", deploy.DateStarted);
        json.Date("dateFinished", deploy.DateFinished);
        json.WriteString("name", deploy.Name);
        json.WriteString("url", deploy.Url);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, SandboxRelease release)
    {
        json.WriteNumber("id", release.Id);
        json.WriteString("version", release.Version);
        json.WriteString("status", release.Status);
        json.WriteString("shortVersion", VersionJson.Short(release.Version));
        VersionJson.Write(json, release.Version);
        json.WriteString("ref", release.Ref);
        json.WriteString("url", release.Url);
        json.Date("dateReleased", release.DateReleased);
        json.Date("dateCreated", release.DateCreated);
        json.Raw("data", "{}");
        json.WriteNumber("newGroups", release.NewGroups);
        json.WriteNull("owner");
        json.WriteNumber("commitCount", release.CommitCount);
        json.WriteNull("lastCommit");
        json.WriteNumber("deployCount", release.Deploys.Count);
        json.WritePropertyName("lastDeploy");
        if (release.Deploys.Count > 0)
        {
            WriteDeploy(json, release.Deploys[0]);
        }
        else
        {
            json.WriteNullValue();
        }

        json.Items("authors", release.Authors, UserJson.Write);
        json.Items("projects", release.Projects, WriteProject);
        json.Date("firstEvent", release.FirstEvent);
        json.Date("lastEvent", release.LastEvent);
        json.WriteNull("userAgent");
    }

    private static void WriteProject(Utf8JsonWriter json, SandboxProject project)
    {
        json.WriteStartObject();
        json.WriteNumber("id", project.Id);
        json.WriteString("slug", project.Slug);
        json.WriteString("name", project.Name);
        json.WriteNumber("newGroups", 0);
        json.WriteString("platform", project.Platform);
        json.Strings("platforms", ProjectJson.Platforms(project));
        json.WriteBoolean("hasHealthData", value: false);
        json.WriteEndObject();
    }
}
