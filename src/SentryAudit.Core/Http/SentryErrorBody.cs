using System.Text.Json;
using SentryAudit.Common.Text;

namespace SentryAudit.Http;

/// <summary>
/// What the body of an error says. Sentry has several shapes: <c>{"detail":"…"}</c>,
/// <c>{"detail":{"code","message"}}</c>, <c>{"field":["…"]}</c>, <c>["…"]</c>, <c>{"error":…}</c>, <c>{"message":"…"}</c>,
/// <c>{"errorId":"…"}</c>, HTML or nothing.
/// </summary>
internal sealed record SentryErrorBody(string? Detail, string? Code = null, string? ErrorId = null, bool IsHtml = false)
{
    private const int LongestDetail = 500;

    /// <summary>Whether a limit of requests at the same time was exceeded, not one of requests in a time.</summary>
    public bool IsConcurrency => Detail?.Contains("concurrency", StringComparison.OrdinalIgnoreCase) is true;

    public static readonly SentryErrorBody Empty = new((string?)null);

    /// <param name="secrets">Hidden wherever the answer repeats them, for example the answer of a debugging proxy.</param>
    public static SentryErrorBody Parse(ReadOnlyMemory<byte> body, IReadOnlyList<SecretText>? secrets = null)
    {
        var text = body.Span.TrimStart("\uFEFF \t\r\n"u8);
        if (text.IsEmpty)
        {
            return Empty;
        }

        if (text[0] == (byte)'<')
        {
            return Empty with { IsHtml = true };
        }

        try
        {
            using var json = JsonDocument.Parse(body[^text.Length..]);
            return Read(json.RootElement).ForDisplay(secrets ?? []);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // No JSON, or text in it that is no Unicode: the status still says what went wrong.
            return Empty;
        }
    }

    private static SentryErrorBody Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return new SentryErrorBody(Messages(root));
        }

        var errorId = Text(root, "errorId");
        if (root.TryGetProperty("detail", out var detail) && detail.ValueKind is JsonValueKind.Object)
        {
            return new SentryErrorBody(Text(detail, "message"), Text(detail, "code"), errorId);
        }

        var message = Text(root, "detail") ?? Text(root, "error_description") ?? Text(root, "message");
        return new SentryErrorBody(message ?? Messages(root), Text(root, "error"), errorId);
    }

    // Every string in the body, with the field it belongs to, for example "email: The user has already been invited".
    private static string? Messages(JsonElement element, string? field = null)
    {
        var texts = element.ValueKind switch
        {
            JsonValueKind.String =>
            [
                field is null or "" or "non_field_errors" or "error" ? element.GetString() : $"{field}: {element.GetString()}",
            ],
            JsonValueKind.Array => element.EnumerateArray().Select(item => Messages(item, field)),
            JsonValueKind.Object => element.EnumerateObject().Select(property => Messages(property.Value, property.Name)),
            _ => Enumerable.Empty<string?>(),
        };
        return string.Join("; ", texts.Where(text => !string.IsNullOrEmpty(text))) is { Length: > 0 } all ? all : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    // Secrets are hidden before the text is shortened, since a token cut in half would not be found.
    private SentryErrorBody ForDisplay(IReadOnlyList<SecretText> secrets) =>
        this with
        {
            Detail = Shorten(Hide(secrets, Detail)),
            Code = Hide(secrets, Code),
            ErrorId = Hide(secrets, ErrorId),
        };

    private static string? Hide(IReadOnlyList<SecretText> secrets, string? text) =>
        text is null ? null : secrets.Aggregate(text, (shown, secret) => secret.HideIn(shown));

    private static string? Shorten(string? text) =>
        text is null ? null : TerminalText.Clean(text.Length <= LongestDetail ? text : text[..LongestDetail] + "…");
}
