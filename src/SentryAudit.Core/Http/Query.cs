namespace SentryAudit.Http;

/// <summary>The query parameters of a request, in order. For a list, Sentry repeats the name for each item.</summary>
internal sealed class Query
{
    public static readonly Query Empty = new([]);

    private Query(KeyValuePair<string, string>[] parameters) => Parameters = parameters;

    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    public Query With(string name, string value) => new([.. Parameters, new KeyValuePair<string, string>(name, value)]);

    public Query WithOptional(string name, string? value) => value is null ? this : With(name, value);

    /// <summary>With another value in place of the one that a parameter has.</summary>
    public Query Replace(string name, string value) =>
        new([.. Parameters.Where(parameter => parameter.Key != name), new KeyValuePair<string, string>(name, value)]);

    public Query Without(string name) => new([.. Parameters.Where(parameter => parameter.Key != name)]);

    public Query WithAll(string name, IEnumerable<string>? values) =>
        (values ?? []).Aggregate(this, (query, value) => query.With(name, value));
}
