using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A connection to another service. The organization's id is a number here.</summary>
internal static class IntegrationJson
{
    public static void Write(
        Utf8JsonWriter json, SandboxIntegration integration, SandboxOrganization organization, bool withConfiguration)
    {
        json.WriteStartObject();
        json.WriteString("id", integration.Id);
        json.WriteString("name", integration.Name);
        json.WriteNull("icon");
        json.WriteString("domainName", integration.DomainName);
        json.WriteString("accountType", integration.AccountType);
        if (integration.Scopes is null)
        {
            json.WriteNull("scopes");
        }
        else
        {
            json.Strings("scopes", integration.Scopes);
        }

        json.WriteString("status", integration.Status);
        json.WriteStartObject("provider");
        json.WriteString("key", integration.ProviderKey);
        json.WriteString("slug", integration.ProviderKey);
        json.WriteString("name", integration.ProviderName);
        json.WriteBoolean("canAdd", value: true);
        json.WriteBoolean("canDisable", integration.ProviderKey is "vsts");
        json.Strings("features", integration.ProviderKey is "slack" ? ["alert-rule", "chat-unfurl"] : ["commits", "issue-basic"]);
        json.Raw("aspects", "{}");
        json.WriteEndObject();
        json.Raw("configOrganization", "[]");
        json.Raw("configData", withConfiguration ? """{"installationType":"born_as_bot"}""" : "null");
        json.WriteString("externalId", integration.ExternalId);
        json.WriteNumber("organizationId", long.Parse(organization.Id, CultureInfo.InvariantCulture));
        json.WriteString("organizationIntegrationStatus", integration.OrganizationStatus);
        json.Date("gracePeriodEnd", integration.GracePeriodEnd);
        json.WritePropertyName("outOfDate");
        if (integration.OutOfDate is { } outOfDate)
        {
            json.WriteBooleanValue(outOfDate);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }
}
