using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A workflow. It names no project: that is found through its detectors.</summary>
internal static class WorkflowJson
{
    public static void Write(Utf8JsonWriter json, SandboxWorkflow workflow, SandboxOrganization organization)
    {
        json.WriteStartObject();
        json.WriteString("id", workflow.Id);
        json.WriteString("name", workflow.Name);
        json.WriteString("organizationId", organization.Id);
        json.WriteString("createdBy", workflow.CreatedBy);
        json.Date("dateCreated", workflow.DateCreated);
        json.Date("dateUpdated", workflow.DateUpdated);
        json.WritePropertyName("triggers");
        if (workflow.Triggers is null)
        {
            json.WriteNullValue();
        }
        else
        {
            WriteGroup(json, workflow.Triggers, organization);
        }

        json.Items("actionFilters", workflow.ActionFilters, (inner, group) => WriteGroup(inner, group, organization));
        json.WriteString("environment", workflow.Environment);
        json.WriteStartObject("config");
        json.WriteNumber("frequency", workflow.Frequency);
        foreach (var (key, value) in workflow.MoreConfig)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.Strings("detectorIds", workflow.Detectors.Select(detector => detector.Id));
        json.WriteBoolean("enabled", workflow.Enabled);
        json.Date("lastTriggered", workflow.LastTriggered);
        json.WriteString("owner", workflow.Owner);
        json.WriteEndObject();
    }

    public static void WriteGroup(Utf8JsonWriter json, SandboxConditionGroup group, SandboxOrganization organization)
    {
        json.WriteStartObject();
        json.WriteString("id", group.Id);
        json.WriteString("organizationId", organization.Id);
        json.WriteString("logicType", group.LogicType);
        json.Items("conditions", group.Conditions, WriteCondition);
        json.Items("actions", group.Actions, WriteAction);
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, SandboxCondition condition)
    {
        json.WriteStartObject();
        json.WriteString("id", condition.Id);
        json.WriteString("type", condition.Type);
        json.Raw("comparison", condition.ComparisonJson);
        json.Raw("conditionResult", condition.ResultJson);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, SandboxAction action)
    {
        json.WriteStartObject();
        json.WriteString("id", action.Id);
        json.WriteString("type", action.Type);
        json.WriteString("integrationId", action.IntegrationId);
        json.Raw("data", "{}");
        json.WriteStartObject("config");
        json.WriteString("targetType", action.TargetType);
        json.WriteString("targetIdentifier", action.TargetIdentifier);
        json.WriteString("targetDisplay", action.TargetDisplay);
        json.WriteEndObject();
        json.WriteString("status", "active");
        json.WriteEndObject();
    }
}
