using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>The three projects of the module and the order of their rooms, as docs/architecture.md shows them.</summary>
internal static class House
{
    public static SourceProject Core { get; } =
        new(
            "SentryAudit.Core",
            [
                "Common",
                "Models",
                "References",
                "Http",
                "Requests",
                "Sources",
                "Api/Wire",
                "Api/Calls",
                "Api/Organizations",
                "Api/Members",
                "Api/Teams",
                "Api/Projects",
                "Api/Releases",
                "Api/Alerts",
                "Api/Events",
                "Api/Stats",
                "Api/Integrations",
                "Api",
                "Audits",
                "Inventory",
                "SignIn",
                "Connections",
                "Pipeline",
                "Completion",
            ]);

    public static SourceProject Transport { get; } = new("SentryAudit.Transport", ["Answers", "Retrying", "Pacing", "Http", ""], Core);

    public static SourceProject Cmdlets { get; } =
        new("SentryAudit", ["Json", "Permissions", "Connecting", "Completers", "Input", "Filters", "Cmdlets", "Commands"], Core);

    public static IReadOnlyList<SourceProject> Projects { get; } = [Core, Transport, Cmdlets];

    /// <summary>Every C# file that people write, product and tests.</summary>
    public static IEnumerable<string> Files => Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"));

    public static string Shown(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
}
