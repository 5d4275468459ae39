using SentryAudit.Common.Errors;

namespace SentryAudit.Http;

/// <summary>What a request is about, by the names in its path.</summary>
internal static class RequestNames
{
    // Client keys, and whatever stands where a key could stand.
    private static readonly string[] Hidden = ["key", "id"];

    /// <summary>The subject of a request; null where its path names nothing.</summary>
    public static FaultSubject? SubjectOf(SentryRequest request)
    {
        var names = Placeholders(request).ToArray();
        var organization = names.FirstOrDefault(part => part.Kind is "org").Name;
        var objects = names.Where(part => part.Kind is not "org")
            .Select(part => (Kind: part.Kind is "version" ? "release" : part.Kind, part.Name))
            .ToArray();
        return objects switch
        {
            [] => organization is null ? null : new FaultSubject(Kind: null, Name: null, organization),
            [var (kind, name)] => new FaultSubject(kind, name, organization),
            _ => new FaultSubject(Kind: null, string.Join(" and ", objects.Select(one => $"{one.Kind} {one.Name}")), organization),
        };
    }

    /// <summary>The path with the names in it, but without keys.</summary>
    public static string PathOf(SentryRequest request)
    {
        var path = request.Endpoint.Template;
        foreach (var (kind, name) in Placeholders(request))
        {
            path = path.Replace($"{{{kind}}}", name, StringComparison.Ordinal);
        }

        return path.Length == 0 ? "/" : path;
    }

    private static IEnumerable<(string Kind, string Name)> Placeholders(SentryRequest request)
    {
        var (template, path) = (request.Endpoint.Template.Split('/'), request.Path.Split('/'));
        return template.Length != path.Length
            ? []
            : template.Zip(path)
                .Where(part => part.First is ['{', .., '}'])
                .Select(part => (Kind: part.First[1..^1], Name: Uri.UnescapeDataString(part.Second)))
                .Where(part => !Hidden.Contains(part.Kind, StringComparer.Ordinal));
    }
}
