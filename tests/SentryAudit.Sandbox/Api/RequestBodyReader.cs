using System.Text.Json;

namespace SentryAudit.Sandbox.Api;

/// <summary>Reads the body of a write, and refuses what is not a JSON object as Sentry refuses it.</summary>
internal static class RequestBodyReader
{
    public static RequestBody Read(ReadOnlyMemory<byte> sent, string? contentType)
    {
        if (sent.IsEmpty)
        {
            return new RequestBody(JsonElement.Parse("{}"));
        }

        if (contentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
        {
            throw new ApiError(Answer.Detail(415, $"Unsupported media type \"{contentType}\" in request."));
        }

        try
        {
            var body = JsonElement.Parse(sent.Span);
            return body.ValueKind is JsonValueKind.Object
                ? new RequestBody(body)
                : throw ApiError.Invalid("non_field_errors", $"Invalid data. Expected a dictionary, but got {PythonType.Of(body)}.");
        }
        catch (JsonException)
        {
            throw ApiError.BadRequest("JSON parse error - Expecting value: line 1 column 1 (char 0)");
        }
    }
}
