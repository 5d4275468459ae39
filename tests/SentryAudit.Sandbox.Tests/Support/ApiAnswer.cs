using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SentryAudit.Sandbox.Tests.Support;

/// <summary>An answer, read to its end.</summary>
public sealed partial record ApiAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    public string? Detail => Json.GetProperty("detail").GetString();

    /// <summary>One property of every row.</summary>
    public IReadOnlyList<string> All(string property) => [.. Json.EnumerateArray().Select(row => row.GetProperty(property).ToString())];

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Cursor and results flag of a relation of the Link header.</summary>
    public (string Cursor, bool Results) Link(string relation)
    {
        var match = LinkPart().Matches(Headers["Link"]).Single(part => part.Groups["rel"].Value == relation);
        return (match.Groups["cursor"].Value, match.Groups["results"].Value == "true");
    }

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsStringAsync(cancellationToken));

    [GeneratedRegex("""rel="(?<rel>\w+)"; results="(?<results>\w+)"; cursor="(?<cursor>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPart();
}
