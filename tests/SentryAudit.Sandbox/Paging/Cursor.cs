using System.Globalization;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary>Sentry's cursor: <c>value:offset:is_prev</c>.</summary>
internal readonly record struct Cursor(long Value, long Offset, bool IsPrevious)
{
    /// <summary>The cursor of the request; null when there is none.</summary>
    public static Cursor? From(Exchange exchange)
    {
        if (exchange.Query("cursor") is not { Length: > 0 } text)
        {
            return null;
        }

        var parts = text.Split(':');
        return parts.Length == 3
            && decimal.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value is > long.MinValue and < long.MaxValue
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)
            && int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var previous)
            ? new Cursor((long)value, offset, previous != 0)
            : throw ApiError.BadRequest("Invalid cursor parameter.");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value}:{Offset}:{(IsPrevious ? 1 : 0)}");
}
