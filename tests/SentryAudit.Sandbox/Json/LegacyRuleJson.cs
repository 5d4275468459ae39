using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>Alert rules as Sentry showed them before workflows: issue rules in minutes, metric rules in minutes too.</summary>
internal static class LegacyRuleJson
{
    private const string NewIssue =
        """[{"id":"sentry.rules.conditions.first_seen_event.FirstSeenEventCondition","name":"A new issue is created"}]""";

    private const string MailOwners = """
        [{"id":"sentry.mail.actions.NotifyEmailAction","targetType":"IssueOwners","targetIdentifier":"",
        "fallthroughType":"ActiveMembers","name":"Send a notification to Suggested Assignees"}]
        """;

    /// <summary>An issue rule. The combined list marks it with its type; the project's own list does not.</summary>
    public static void WriteIssueRule(Utf8JsonWriter json, SandboxIssueRule rule, string? type = null)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("status", rule.Status);
        json.WriteString("actionMatch", rule.ActionMatch);
        json.WriteString("filterMatch", rule.FilterMatch);
        json.WriteNumber("frequency", rule.Frequency);
        json.Raw("conditions", rule.Conditions ?? NewIssue);
        json.Raw("filters", rule.Filters ?? "[]");
        json.Raw("actions", rule.Actions ?? MailOwners);
        json.WriteString("environment", rule.Environment);
        json.WriteString("owner", rule.Owner);
        json.WritePropertyName("createdBy");
        WriteCreator(json, rule.CreatedBy);
        json.Strings("projects", [rule.Project.Slug]);
        json.Date("dateCreated", rule.DateCreated);
        json.Date("lastTriggered", rule.LastTriggered);
        WriteSnooze(json, rule.Snooze);
        WriteType(json, type);
        json.WriteEndObject();
    }

    public static void WriteMetricRule(Utf8JsonWriter json, SandboxMetricRule rule, SandboxOrganization organization, string? type = null)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("organizationId", organization.Id);
        json.WriteNumber("status", rule.Status);
        json.WriteString("query", rule.Metric.Query);
        json.WriteString("aggregate", rule.Metric.Aggregate);
        json.WriteString("dataset", rule.Metric.Dataset);
        json.WriteNumber("queryType", 0);
        json.Raw("timeWindow", (rule.Metric.TimeWindow / 60.0).ToString("0.0", CultureInfo.InvariantCulture));
        json.Raw("resolution", "1.0");
        json.WriteNumber("thresholdType", 0);
        json.WriteNumber("thresholdPeriod", 1);
        json.WriteNull("resolveThreshold");
        json.WriteNull("comparisonDelta");
        json.Items("triggers", [rule], static (inner, critical) =>
        {
            inner.WriteStartObject();
            inner.WriteString("id", critical.Id + "1");
            inner.WriteString("label", "critical");
            inner.WriteNumber("alertThreshold", critical.Metric.Threshold);
            inner.Raw("actions", "[]");
            inner.WriteEndObject();
        });
        json.Strings("projects", [rule.Project.Slug]);
        json.WriteString("environment", rule.Metric.Environment);
        json.WriteString("owner", rule.Owner);
        json.Strings("eventTypes", ["default", "error"]);
        json.Date("dateCreated", rule.DateCreated);
        json.Date("dateModified", rule.DateModified);
        json.WriteNull("createdBy");
        WriteSnooze(json, rule.Snooze, isTold: type is null);
        WriteType(json, type);
        json.WriteEndObject();
    }

    /// <summary>The creator's id is a number here, a string everywhere else.</summary>
    private static void WriteCreator(Utf8JsonWriter json, SandboxUser? creator)
    {
        if (creator is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("id", long.Parse(creator.Id, CultureInfo.InvariantCulture));
        json.WriteString("name", creator.Name);
        json.WriteString("email", creator.Email);
        json.WriteEndObject();
    }

    /// <summary>Muted here means for everybody: nobody else could see that one person does not listen.</summary>
    /// <param name="isTold">The combined list does not say for whom a metric rule is muted.</param>
    private static void WriteSnooze(Utf8JsonWriter json, bool muted, bool isTold = true)
    {
        json.WriteBoolean("snooze", muted);
        if (muted && isTold)
        {
            json.WriteString("snoozeCreatedBy", "You");
            json.WriteBoolean("snoozeForEveryone", value: true);
        }
    }

    private static void WriteType(Utf8JsonWriter json, string? type)
    {
        if (type is not null)
        {
            json.WriteString("type", type);
        }
    }
}
