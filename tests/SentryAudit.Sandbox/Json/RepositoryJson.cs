using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A connected code repository.</summary>
internal static class RepositoryJson
{
    public static void Write(Utf8JsonWriter json, SandboxRepository repository, bool withSettings)
    {
        json.WriteStartObject();
        json.WriteString("id", repository.Id);
        json.WriteString("name", repository.Name);
        json.WriteString("url", repository.Url);
        json.WriteStartObject("provider");
        json.WriteString("id", repository.ProviderId);
        json.WriteString("name", repository.ProviderName);
        json.WriteEndObject();
        json.WriteString("status", repository.Status);
        json.Date("dateCreated", repository.DateCreated);
        json.WriteString("integrationId", repository.IntegrationId);
        json.WriteString("externalSlug", repository.Name);
        json.WriteString("externalId", repository.ExternalId);
        if (withSettings)
        {
            // Only code hosts that review code have settings.
            json.Raw("settings", repository.IntegrationId is null
                ? "null"
                : """{"enabledCodeReview":true,"codeReviewTriggers":["on_new_commit"]}""");
        }

        json.WriteEndObject();
    }
}
