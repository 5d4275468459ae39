using System.Text.Json;
using SentryAudit.Sandbox.Events;

namespace SentryAudit.Sandbox.Json;

/// <summary>A whole event, entries and contexts included: the single view, and the row of a list with <c>full=1</c>.</summary>
internal static class EventDetailJson
{
    public static void WriteRow(Utf8JsonWriter json, SandboxEvent row)
    {
        json.WriteStartObject();
        WriteFields(json, row);
        json.WriteString("event.type", row.Issue.Kind.Type);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, SandboxEvent row, SandboxOrganization organization)
    {
        json.WriteStartObject();
        WriteFields(json, row);
        WriteRelease(json, row.Issue.Project.LatestRelease);
        json.WritePropertyName("userReport");
        if (organization.UserReports.Find(report => report.EventId == row.Id) is { } report)
        {
            UserReportJson.WriteInEvent(json, report);
        }
        else
        {
            json.WriteNullValue();
        }

        json.Raw("sdkUpdates", "[]");
        json.Raw("resolvedWith", "[]");
        json.WriteString("nextEventID", row.Neighbour(-1));
        json.WriteString("previousEventID", row.Neighbour(1));
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, SandboxEvent row)
    {
        EventJson.WriteIdentity(json, row);
        json.WriteString("message", EventJson.MessageOf(row));
        json.WriteString("culprit", row.Issue.Culprit);
        json.WriteString("platform", IssueJson.PlatformOf(row.Issue.Project) ?? "other");
        json.WriteString("type", row.Issue.Kind.Type);
        json.Date("dateReceived", row.Date.AddSeconds(2));
        json.WriteNumber("size", 1000 + (long)(row.Noise % 9000));
        json.WriteNull("dist");
        json.Raw("sdk", row.Number == 1 ? "null" : """{"name":"sentry.python","version":"3.1.0"}""");
        json.Raw("packages", "{}");
        json.Strings("fingerprints", [row.Id]);
        json.Items("entries", row.Issue.Kind.EntryTypes, static (inner, type) =>
        {
            inner.WriteStartObject();
            inner.WriteString("type", type);
            inner.Raw("data", Entries.Of(type));
            inner.WriteEndObject();
        });
        EventContextJson.Write(json, row);
        json.Raw("errors", row.Noise % 3 == 0
            ? """[{"type":"invalid_data","message":"Discarded invalid value","data":{"name":"timestamp","value":"soon"}}]"""
            : "[]");
        json.Raw("_meta", """{"entries":{},"user":null}""");
    }

    private static void WriteRelease(Utf8JsonWriter json, string? version)
    {
        json.WritePropertyName("release");
        if (version is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("version", version);
        json.WriteString("shortVersion", VersionJson.Short(version));
        VersionJson.Write(json, version);
        json.WriteEndObject();
    }
}
