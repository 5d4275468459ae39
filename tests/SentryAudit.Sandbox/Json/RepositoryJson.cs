using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>A connected code repository.</summary>
internal static class RepositoryJson
{
    public static void Write(Utf8JsonWriter json, SandboxRepository repository)
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
        json.WriteEndObject();
    }
}
