using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Muting older rules. <c>projects/{org}/{project}/rules|alert-rules/{id}/snooze/</c>: POST {target: "everyone"|"me", until} 201,
/// 410 {"detail":"RuleSnooze already exists for this rule and scope."}, 400 {"target":["This field is required."]}; DELETE 204,
/// 404 {"detail":"This rulesnooze object doesn't exist."}. Muting for oneself shows nowhere.
/// </summary>
internal static class RuleSnoozes
{
    public static readonly string[] Writers = ["alerts:write", "project:write", "project:admin"];

    public static bool ForEverybody(Exchange exchange, bool muted)
    {
        var target = exchange.Body.Text("target", required: true);
        exchange.Body.Date("until");
        exchange.Body.ThrowIfWrong();
        ApiError.ThrowIf(
            muted && target is not "me", new ApiError(Answer.Detail(410, "RuleSnooze already exists for this rule and scope.")));
        return target is not "me";
    }

    public static Answer Muted(Exchange exchange, string id, bool all, bool metric) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("ownerId", exchange.Token.User?.Id);
        json.WriteString("userId", all ? "everyone" : exchange.Token.User?.Id);
        json.WriteString("until", exchange.Body.Raw("until")?.ToString() ?? "forever");
        json.Date("dateAdded", exchange.Moment);
        json.WriteString("ruleId", metric ? null : id);
        json.WriteString("alertRuleId", metric ? id : null);
        json.WriteEndObject();
    }, 201);

    public static Answer Unmuted(bool wasMuted) =>
        wasMuted ? Answer.Empty(204) : throw ApiError.NotFound("This rulesnooze object doesn't exist.");
}
