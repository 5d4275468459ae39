using SentryAudit.Http.Endpoints;

namespace SentryAudit.Api;

/// <summary>A place in Sentry's API as somebody wrote it: a path below <c>/api/0/</c>, or a whole address.</summary>
/// <param name="Host">Base address when a whole address was written; null for the host that the path belongs to.</param>
/// <param name="Path">Escaped path below <c>/api/0/</c>.</param>
/// <param name="Query">What stood behind the question mark.</param>
internal sealed record ApiPath(Uri? Host, string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    private const string Root = "/api/0/";

    // Only the control silo answers these, though they stand below an organization.
    private static readonly HashSet<string> OfControl = new(StringComparer.Ordinal)
    {
        "audit-logs", "org-auth-tokens", "api-keys", "integrations", "sentry-apps", "sentry-app-installations",
    };

    private string[] Segments => Path.TrimEnd('/').Split('/');

    /// <summary>Slug or id of the organization whose region answers; null for what the control silo answers.</summary>
    public string? Organization => Segments switch
    {
        ["organizations", _, var area, ..] when OfControl.Contains(area) => null,
        ["organizations" or "projects" or "teams", var slug, ..] => Uri.UnescapeDataString(slug),
        _ => null,
    };

    /// <summary>The endpoint without the names in its path: Sentry counts requests by it.</summary>
    public SentryEndpoint Endpoint => new(Template, Organization is null ? SentrySilo.Control : SentrySilo.Region);

    private string Template
    {
        get
        {
            var segments = Segments;
            if (segments is ["organizations" or "projects" or "teams", _, ..])
            {
                segments = [segments[0], "{org}", .. segments[2..]];
                if (segments is ["projects" or "teams", _, _, ..])
                {
                    segments[2] = segments[0] == "teams" ? "{team}" : "{project}";
                }
            }

            return string.Join(
                    '/',
                    segments.Select(segment =>
                        segment.Length > 0
                        && (segment.All(char.IsAsciiDigit) || (segment.Length >= 32 && segment.All(char.IsAsciiHexDigit)))
                            ? "{id}"
                            : segment)
                ) + (Path.EndsWith('/') ? "/" : "");
        }
    }

    /// <exception cref="SentryException">It is no path of Sentry's API.</exception>
    public static ApiPath Parse(string text)
    {
        var question = text.IndexOf('?', StringComparison.Ordinal);
        var (place, query) = question < 0 ? (text.Trim(), "") : (text[..question].Trim(), text[(question + 1)..].Trim());
        Uri? host = null;
        if (place.Contains("://", StringComparison.Ordinal))
        {
            var root = place.IndexOf(Root, StringComparison.Ordinal);
            if (
                root < 0
                || !Uri.TryCreate(place[..(root + 1)], UriKind.Absolute, out host)
                || host.Scheme is not ("https" or "http")
                || host.UserInfo.Length > 0)
            {
                throw Invalid("That address is not one of Sentry's API.");
            }

            place = place[root..];
        }

        if (place.StartsWith("//", StringComparison.Ordinal) || place.Contains('#', StringComparison.Ordinal))
        {
            throw Invalid($"'{place}' is not a path of Sentry's API.");
        }

        // In an address these mean another place.
        if (place.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or ".."))
        {
            throw Invalid($"'{place}' leads out of Sentry's API.");
        }

        place = place.StartsWith(Root, StringComparison.Ordinal) ? place[Root.Length..] : place.TrimStart('/');
        return new ApiPath(host, Escape(place), [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)]);
    }

    // Written escaped or not, a name arrives as it is meant; Sentry insists on the slash at the end, except where SCIM has none.
    private static string Escape(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));
        return escaped.Length == 0 || escaped.EndsWith('/') || escaped.Contains("/scim/", StringComparison.Ordinal)
            ? escaped
            : escaped + "/";
    }

    private static KeyValuePair<string, string> Parameter(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(Unescape(text), "") : new(Unescape(text[..equals]), Unescape(text[(equals + 1)..]));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static SentryException Invalid(string message) =>
        new(
            "InvalidApiPath",
            SentryErrorCategory.InvalidArgument,
            message,
            "Write a path below /api/0/, for example organizations/acme/members/, or a whole address of the connected Sentry.");
}
