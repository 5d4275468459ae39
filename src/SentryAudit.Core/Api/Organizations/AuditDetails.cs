using System.Text.Json;
using SentryAudit.Common.Text;

namespace SentryAudit.Api.Organizations;

/// <summary>
/// The details of an entry of the audit log, for example <c>old_slug=web</c>. What <see cref="AuditFields"/> does not list is hidden.
/// </summary>
internal static class AuditDetails
{
    private const int LongestName = 64;

    public static StringList? Of(string? name, JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Object } details
            ? new StringList(details.EnumerateObject().Select(detail => $"{Field(detail.Name)}={Value(name, detail)}"))
            : null;

    /// <summary>The texts and numbers in what is hidden, to be looked for elsewhere in the entry.</summary>
    public static IEnumerable<string> HiddenIn(string? name, JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Object } details
            ? details.EnumerateObject().Where(detail => !AuditFields.IsShown(name, detail.Name)).SelectMany(detail => Leaves(detail.Value))
            : [];

    /// <summary>A name that Sentry chose; where somebody else may have, it is hidden too.</summary>
    public static string Field(string name) => IsName(name) ? SecretMask.In(name) : SecretMask.Hidden;

    private static string Value(string? name, JsonProperty detail) => detail.Value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ when !AuditFields.IsShown(name, detail.Name) => SecretMask.Hidden,
        JsonValueKind.String when detail.Name is AuditFields.PublicKey => KeyText.Mask(detail.Value.GetString()!),
        JsonValueKind.String when detail.Name is AuditFields.Address => SecretMask.Host(detail.Value.GetString()!),
        JsonValueKind.Array => $"[{string.Join(", ", detail.Value.EnumerateArray().Select(Plain))}]",
        _ => Plain(detail.Value),
    };

    // An object within a detail is as free as the details themselves, and nothing says what may be in it.
    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => SecretMask.In(value.GetString()!),
        JsonValueKind.Array or JsonValueKind.Object => SecretMask.Hidden,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(detail => Leaves(detail.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or ':' or '.' or '-');
}
