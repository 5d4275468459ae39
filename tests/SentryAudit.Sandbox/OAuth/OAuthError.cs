using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.OAuth;

/// <summary>A refusal in OAuth's own form.</summary>
internal sealed class OAuthError(string code, int status = 400, string? description = null) : Exception(code)
{
    public Answer Answer => Answer.Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("error", Message);
            if (description is not null)
            {
                json.WriteString("error_description", description);
            }

            json.WriteEndObject();
        },
        status);
}
