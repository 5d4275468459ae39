namespace SentryAudit.Sandbox.Api;

/// <summary>A refusal on the way to an answer.</summary>
#pragma warning disable CA1064 // internal: it never leaves the request pipeline.
internal sealed class ApiError(Answer answer) : Exception
#pragma warning restore CA1064
{
    public Answer Answer { get; } = answer;

    public static void ThrowIf(bool refused, ApiError error)
    {
        if (refused)
        {
            throw error;
        }
    }

    public static ApiError BadRequest(string detail) => new(Answer.Detail(400, detail));

    public static ApiError Unauthorized(string detail) =>
        new(Answer.Detail(401, detail).With("WWW-Authenticate", "xBasic realm=\"api\""));

    public static ApiError Forbidden(string detail = "You do not have permission to perform this action.") =>
        new(Answer.Detail(403, detail));

    public static ApiError NotFound(string detail = "The requested resource does not exist") => new(Answer.Detail(404, detail));

    /// <summary>What the gateway in front of the regions answers when it knows no such organization.</summary>
    public static ApiError NotFoundByGateway() => new(Answer.Empty(404));

    /// <summary>A mistake of Sentry's own.</summary>
    public static ApiError Broken() => new(Answer.Text(
        500, """{"detail":"Internal Error","errorId":"5a4db0c55a4db0c55a4db0c55a4db0c5"}""", "application/json"));

    /// <summary>What the serializer of one field says.</summary>
    public static ApiError Invalid(string field, string message) =>
        Invalid(new Dictionary<string, List<string>>(StringComparer.Ordinal) { [field] = [message] });

    public static ApiError Invalid(IEnumerable<KeyValuePair<string, List<string>>> mistakes) => new(Answer.Json(json =>
    {
        json.WriteStartObject();
        foreach (var (field, messages) in mistakes)
        {
            json.WriteStartArray(field);
            messages.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }, 400));

    /// <summary>One field with a bare text, where Sentry's own code answers past its serializers.</summary>
    public static ApiError Field(int status, string field, string message) => new(Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString(field, message);
        json.WriteEndObject();
    }, status));
}
