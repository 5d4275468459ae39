using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Support;

/// <summary>What a recorded request asked.</summary>
internal static class RequestText
{
    /// <summary>The query as <c>a=1&amp;b=2</c>, unescaped, in order.</summary>
    public static string QueryText(this SentryRequest request) =>
        string.Join('&', request.Query.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    public static IReadOnlyList<string> Values(this SentryRequest request, string name) =>
        [.. request.Query.Where(parameter => parameter.Key == name).Select(parameter => parameter.Value)];

    public static string? Value(this SentryRequest request, string name) => request.Values(name).SingleOrDefault();
}
