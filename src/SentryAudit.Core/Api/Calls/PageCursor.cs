using System.Globalization;

namespace SentryAudit.Api.Calls;

/// <summary>
/// Sentry's cursor, <c>value:offset:is_prev</c>. Lists by offset start at value × offset, event lists at the offset (their value is zero),
/// lists by a key at the first item whose key is the value, plus the offset.
/// </summary>
internal readonly record struct PageCursor(string Value, long Offset)
{
    // Pages have at most a hundred items, so a value beyond is a moment in milliseconds.
    private const long LeastMoment = 1_000_000_000;

    /// <summary>The number in front; null for a value that is no whole number.</summary>
    public long? Number => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// Whether the value is the key of an item. An offset of zero would lead back to the first page of any other list.
    /// </summary>
    public bool IsKey => Number is not 0 && (Offset == 0 || Number >= LeastMoment);

    /// <summary>Null for a cursor of another kind, for example GlitchTip's, and for one that leads backwards.</summary>
    public static PageCursor? Parse(string? cursor) =>
        cursor?.Split(':') is [{ Length: > 0 } value, var text, "0"]
        && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? new PageCursor(value, offset)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value}:{Offset}:0");
}
