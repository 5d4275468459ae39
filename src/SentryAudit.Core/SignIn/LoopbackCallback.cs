using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>Sentry's answer, which the browser sends to the redirect address.</summary>
internal sealed record LoopbackCallback(SecretText? Code, string? State, string? Error)
{
    private const int LongestError = 100;

    /// <summary>Reads the query of the address to which the browser was redirected.</summary>
    public static LoopbackCallback Parse(string query)
    {
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .ToLookup(
                pair => pair[0],
                pair => Uri.UnescapeDataString((pair.Length > 1 ? pair[1] : "").Replace('+', ' ')),
                StringComparer.Ordinal);
        var error = fields["error"].FirstOrDefault();
        return new LoopbackCallback(
            fields["code"].FirstOrDefault() is { } code ? new SecretText(code) : null,
            fields["state"].FirstOrDefault(),
            error is null || error.Length <= LongestError ? error : error[..LongestError]);
    }
}
