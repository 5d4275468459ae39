using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>A project to create.</summary>
/// <param name="Team">Slug of the team it is for.</param>
/// <param name="Slug">Null if Sentry should make one of the name.</param>
/// <param name="Platform">Null for none.</param>
/// <param name="HasDefaultRules">Whether Sentry should add its default alert.</param>
internal sealed record PlannedProject(string Name, string Team, string? Slug, string? Platform, bool HasDefaultRules)
{
    public JsonObject ToBody()
    {
        var body = new JsonObject { ["name"] = Name, ["default_rules"] = HasDefaultRules };
        if (Slug is not null)
        {
            body["slug"] = Slug;
        }

        if (Platform is not null)
        {
            body["platform"] = Platform;
        }

        return body;
    }
}
