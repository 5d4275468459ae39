using System.Text.Json;
using SentryAudit.Sandbox.Events;

namespace SentryAudit.Sandbox.Json;

/// <summary>Around an event: where it ran, what the program added, and, for what Sentry found by itself, what it saw.</summary>
internal static class EventContextJson
{
    public static void Write(Utf8JsonWriter json, SandboxEvent row)
    {
        json.Raw("contexts", row.Issue.Category is "feedback" ? Feedback : Surroundings);
        // What a program adds may have a name that is empty, and may be nothing at all.
        json.Raw("context", row.Number == 2 ? "null" : """{"order":{"id":7,"lines":[1,2]},"":"a value without a name"}""");
        json.WritePropertyName("occurrence");
        if (row.Issue.Kind.Found)
        {
            WriteOccurrence(json, row);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private const string Surroundings =
        """
        {"browser":{"name":"Firefox","version":"140.0","type":"browser"},"os":{"name":"Windows","version":"11","type":"os"},
        "trace":{"trace_id":"4f6d1c2b3a495867a1b2c3d4e5f60718","span_id":"a1b2c3d4e5f60718","type":"trace"},
        "":{"type":"default","secret":"not-a-real-secret"}}
        """;

    private const string Feedback =
        """
        {"feedback":{"message":"The save button does nothing since this morning.\nI pressed it twice.",
        "contact_email":"rosa@customer.example","name":"Rosa","url":"https://shop.example/orders","source":"widget","type":"default"}}
        """;

    /// <summary>Ids of projects are numbers here.</summary>
    private static void WriteOccurrence(Utf8JsonWriter json, SandboxEvent row)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteNumber("projectId", row.Issue.Project.Id);
        json.WriteString("eventId", row.Id);
        json.Strings("fingerprint", [row.Issue.ShortId]);
        json.WriteString("issueTitle", row.Issue.Title);
        json.WriteString("subtitle", "found by Sentry");
        json.WriteNull("resourceId");
        json.Raw("evidenceData", """{"op":"db","":null}""");
        json.Raw("evidenceDisplay", """[{"name":"Offending spans","value":"SELECT * FROM line","important":true}]""");
        json.WriteNumber("type", row.Issue.Category is "feedback" ? 6001 : 1006);
        json.WriteNumber("detectionTime", row.Date.ToUnixTimeMilliseconds() / 1000.0);
        json.WriteString("level", row.Issue.Level);
        json.WriteString("culprit", row.Issue.Culprit);
        json.WriteNull("assignee");
        json.WriteNull("priority");
        json.WriteEndObject();
    }
}
