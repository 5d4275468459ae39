using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Stats;

/// <summary>What a request to one of the two stats endpoints asks to be counted.</summary>
internal sealed record StatsRequest(
    StatsWindow Window, IReadOnlyList<string> Fields, IReadOnlyList<string> GroupBy, IReadOnlyList<SandboxProject> Projects)
{
    private static readonly string[] KnownFields = ["sum(quantity)", "sum(times_seen)"];
    private static readonly string[] KnownGroups = ["outcome", "category", "reason", "project"];

    public required IReadOnlyList<string> Categories { get; init; }
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Empty means any.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public static StatsRequest From(Exchange exchange, IReadOnlyList<string> groupBy, Func<SandboxProject, bool> inProjects)
    {
        var fields = exchange.QueryAll("field");
        if (fields.Count == 0)
        {
            throw ApiError.BadRequest("At least one \"field\" is required.");
        }

        var window = StatsWindow.From(exchange);
        return new StatsRequest(window, Known("field", fields, KnownFields), Known("groupBy", groupBy, KnownGroups), [
            .. exchange.Organization.Projects.Where(inProjects),
        ])
        {
            Categories = CategoriesOf(exchange.QueryAll("category"), groupBy, exchange.World.Options.MissingCategories),
            Outcomes = OutcomesOf(exchange.QueryAll("outcome")),
            Reasons = exchange.QueryAll("reason"),
        };
    }

    private static IReadOnlyList<string> Known(string what, IReadOnlyList<string> asked, string[] known) =>
        asked.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw ApiError.BadRequest($"Invalid {what}: \"{unknown}\"")
            : asked;

    private static string[] CategoriesOf(IReadOnlyList<string> asked, IReadOnlyList<string> groupBy, IReadOnlyList<string> missing)
    {
        if (asked.Count == 0)
        {
            return groupBy.Contains("category", StringComparer.Ordinal)
                ? [.. Stats.Categories.All.Except(missing, StringComparer.Ordinal)]
                : throw ApiError.BadRequest("Query must have category as groupby or filter");
        }

        string[] found =
        [
            .. asked.SelectMany(name => Stats.Categories.Find(name) is { } found && !missing.Contains(found, StringComparer.Ordinal)
                    ? Stats.Categories.In(found)
                    : throw ApiError.BadRequest($"Invalid category: \"{name}\""))
                .Distinct(StringComparer.Ordinal),
        ];
        return found.Length > 1 && found.Contains(Stats.Categories.Attachment, StringComparer.Ordinal)
            ? throw ApiError.BadRequest("if filtering by attachment no other category may be present")
            : found;
    }

    private static IReadOnlyList<Outcome> OutcomesOf(IReadOnlyList<string> asked) => asked.Count == 0
        ? Outcome.All
        : [.. asked.Select(name => Outcome.All.FirstOrDefault(outcome => outcome.Name == name)
            ?? throw ApiError.BadRequest($"Invalid outcome: \"{name}\""))];
}
