using System.Globalization;
using System.Text.Json;
using SentryAudit.Sandbox.Events;

namespace SentryAudit.Sandbox.Json;

/// <summary>An event: the row of a list. Its type has a dot in its name.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, SandboxEvent row)
    {
        json.WriteStartObject();
        WriteIdentity(json, row);
        json.WriteString("event.type", row.Issue.Kind.Type);
        json.WriteString("platform", IssueJson.PlatformOf(row.Issue.Project));
        json.WriteString("message", MessageOf(row));
        json.WriteString("culprit", row.Issue.Culprit);
        json.WriteEndObject();
    }

    /// <summary>What lists and single views share.</summary>
    public static void WriteIdentity(Utf8JsonWriter json, SandboxEvent row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("eventID", row.Id);
        json.WriteString("groupID", row.Issue.Id);
        json.WriteString("projectID", row.Issue.Project.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("title", row.Issue.Title);
        json.WriteString("location", row.Issue.Kind.Location);
        json.Date("dateCreated", row.Date);
        json.WriteNull("crashFile");
        json.Raw("metadata", row.Issue.Kind.Metadata);
        WriteUser(json, row);
        WriteTags(json, row);
    }

    public static string MessageOf(SandboxEvent row) => row.Issue.Kind.EntryTypes is ["message", ..] ? "Disk 91% full" : "";

    /// <summary>Nobody, somebody with everything, somebody of whom nothing is known, and nothing but an address.</summary>
    private static void WriteUser(Utf8JsonWriter json, SandboxEvent row) => json.Raw("user", ((ulong)row.Number + (row.Noise % 4)) switch
    {
        0 or 4 => "null",
        1 or 5 =>
            """
            {"id":"70001","email":"rosa@customer.example","username":"rosa","ip_address":"203.0.113.9","name":"Rosa Vega",
            "geo":{"country_code":"NO","city":"Oslo"},"data":{"plan":"gold","":"a value without a name"}}
            """,
        2 or 6 => """{"id":null,"email":null,"username":null,"ip_address":"203.0.113.7","name":null,"geo":null,"data":null}""",
        _ => "{}",
    });

    private static void WriteTags(Utf8JsonWriter json, SandboxEvent row)
    {
        json.WriteStartArray("tags");
        WriteTag(json, "level", row.Issue.Level);
        if (row.Environment is { } environment)
        {
            WriteTag(json, "environment", environment);
        }

        if (row.Issue.Project.LatestRelease is { } release)
        {
            WriteTag(json, "release", release, $"release:\"{release}\"");
        }

        WriteTag(json, "customer", "\u001b[5mACME\u001b[0m");
        WriteTag(json, "empty", "");
        json.WriteEndArray();
    }

    private static void WriteTag(Utf8JsonWriter json, string key, string value, string? query = null)
    {
        json.WriteStartObject();
        if (query is not null)
        {
            json.WriteString("query", query);
        }

        json.WriteString("key", key);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
