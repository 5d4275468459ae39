using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A detector. Its owner is an object, where a workflow's owner is a string.</summary>
internal static class DetectorJson
{
    public static void Write(Utf8JsonWriter json, SandboxDetector detector, IEnumerable<string> workflowIds)
    {
        json.WriteStartObject();
        json.WriteString("id", detector.Id);
        json.WriteString("projectId", detector.Project?.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("name", detector.Name);
        json.WriteString("description", detector.Description);
        json.WriteString("type", detector.Type);
        json.Strings("workflowIds", workflowIds);
        OwnerJson.Write(json, "owner", detector.Owner);
        json.WriteString("createdBy", detector.CreatedBy);
        json.Date("dateCreated", detector.DateCreated);
        json.Date("dateUpdated", detector.DateUpdated);
        if (detector.Metric is { } metric)
        {
            WriteMetric(json, detector, metric);
        }
        else
        {
            json.WriteNull("dataSources");
            json.WriteNull("conditionGroup");
            json.Raw("config", detector.Type is "uptime_domain_failure" ? """{"mode":1,"environment":"production","":"kept"}""" : "{}");
        }

        json.WriteNull("latestGroup");
        json.WriteBoolean("enabled", detector.Enabled);
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, SandboxDetector detector, SandboxMetric metric)
    {
        json.WriteStartArray("dataSources");
        json.WriteStartObject();
        json.WriteString("id", detector.Id + "1");
        json.WriteString("type", "snuba_query_subscription");
        json.WriteString("sourceId", detector.Id + "2");
        json.WriteStartObject("queryObj");
        json.WriteString("id", detector.Id + "2");
        json.WriteNumber("status", 0);
        json.WriteStartObject("snubaQuery");
        json.WriteString("id", detector.Id + "3");
        json.WriteString("dataset", metric.Dataset);
        json.WriteString("query", metric.Query);
        json.WriteString("aggregate", metric.Aggregate);
        json.WriteNumber("timeWindow", metric.TimeWindow);
        json.WriteString("environment", metric.Environment);
        json.Strings("eventTypes", ["default", "error"]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        WriteThresholds(json, detector, metric);
        json.Raw("config", """{"detectionType":"static","comparisonDelta":null}""");
    }

    /// <summary>75 means high, 0 means resolved.</summary>
    private static void WriteThresholds(Utf8JsonWriter json, SandboxDetector detector, SandboxMetric metric)
    {
        json.WriteStartObject("conditionGroup");
        json.WriteString("id", detector.Id + "4");
        json.WriteString("logicType", "any");
        json.Items("conditions", new[] { ("gt", 75), ("lte", 0) }, (inner, condition) =>
        {
            inner.WriteStartObject();
            inner.WriteString("id", detector.Id + (condition.Item2 == 0 ? "6" : "5"));
            inner.WriteString("type", condition.Item1);
            inner.WriteNumber("comparison", metric.Threshold);
            inner.WriteNumber("conditionResult", condition.Item2);
            inner.WriteEndObject();
        });
        json.Raw("actions", "[]");
        json.WriteEndObject();
    }
}
