using System.Globalization;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary><c>per_page</c>: 1 to 100, and a refusal (not a clamp) outside.</summary>
internal static class PageSize
{
    private const int Most = 100;

    /// <summary><c>limit</c>, which issues have instead: it is clamped, not refused.</summary>
    public static int FromLimit(Exchange exchange)
    {
        if (exchange.Query("limit") is not { Length: > 0 } text)
        {
            return From(exchange);
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit)
            ? Math.Clamp(limit, 1, Most)
            : throw ApiError.BadRequest("invalid limit");
    }

    public static int From(Exchange exchange)
    {
        if (exchange.Query("per_page") is not { } text)
        {
            return Most;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size))
        {
            throw ApiError.BadRequest("Invalid per_page parameter.");
        }

        return size is >= 1 and <= Most
            ? size
            : throw ApiError.BadRequest("Invalid per_page value. Must be between 1 and 100.");
    }
}
