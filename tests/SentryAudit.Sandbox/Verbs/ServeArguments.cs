using System.Globalization;

namespace SentryAudit.Sandbox.Verbs;

/// <summary>The options of <c>serve</c>.</summary>
internal static class ServeArguments
{
    private static readonly Dictionary<string, Number> Numbers = new(StringComparer.Ordinal)
    {
        ["--port"] = new("port of the control silo; 0 picks a free one", 0, (options, value) => options with { Port = value }),
        ["--members"] = new("rows of the member list, invitations included", 1, (options, value) => options with { Members = value }),
        ["--projects"] = new("projects", 0, (options, value) => options with { Projects = value }),
        ["--teams"] = new("teams", 0, (options, value) => options with { Teams = value }),
        ["--releases"] = new("releases", 0, (options, value) => options with { Releases = value }),
        ["--alert-rules"] = new("alerts", 0, (options, value) => options with { AlertRules = value }),
        ["--issues"] = new("issues", 0, (options, value) => options with { Issues = value }),
        ["--events-per-issue"] = new("events kept of an issue", 0, (options, value) => options with { EventsPerIssue = value }),
        ["--project-users"] = new("end users of the first project", 0, (options, value) => options with { ProjectUsers = value }),
        ["--audit-log-entries"] = new("entries of the audit log", 0, (options, value) => options with { AuditLogEntries = value }),
        ["--organizations"] = new(
            "organizations; all but the first are small", 1, (options, value) => options with { Organizations = value }),
        ["--seed"] = new("seed of everything random", 0, (options, value) => options with { Seed = value }),
        ["--latency-ms"] = new(
            "milliseconds before each answer", 0, (options, value) => options with { Latency = TimeSpan.FromMilliseconds(value) }),
    };

    private static readonly Dictionary<string, Toggle> Switches = new(StringComparer.Ordinal)
    {
        ["--self-hosted"] = new("one host, no regions, no rate limits", options => options with { SelfHosted = true }),
        ["--legacy-alerts"] = new("no workflows and detectors, only the older alerts", options => options with { LegacyAlertsOnly = true }),
        ["--no-rate-limits"] = new("answer as often as asked", options => options with { RateLimits = false }),
        ["--control"] = new("keep requests, and be steered below /sandbox/", options =>
            options with
            {
                Control = true,
                LogRequests = true,
            }
        ),
    };

    public static string Help => string.Join('\n', [
        .. Numbers.Select(pair => $"  {pair.Key + " N",-24}{pair.Value.Help}"),
        .. Switches.Select(pair => $"  {pair.Key,-24}{pair.Value.Help}"),
    ]);

    public static SandboxOptions Parse(IReadOnlyList<string> arguments)
    {
        // A server left running for days would otherwise remember every request.
        var options = new SandboxOptions { LogRequests = false };
        for (var index = 0; index < arguments.Count; index++)
        {
            var name = arguments[index];
            if (Switches.TryGetValue(name, out var toggle))
            {
                options = toggle.Set(options);
            }
            else if (Numbers.TryGetValue(name, out var number))
            {
                index++;
                options = number.Set(options, Read(name, arguments.ElementAtOrDefault(index), number.Least));
            }
            else
            {
                throw new ArgumentErrorException($"'{name}' is not an option of serve.");
            }
        }

        return options;
    }

    private static int Read(string name, string? text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least
            ? value
            : throw new ArgumentErrorException(
                string.Create(CultureInfo.InvariantCulture, $"{name} needs a whole number of at least {least}."));

    private sealed record Number(string Help, int Least, Func<SandboxOptions, int, SandboxOptions> Set);

    private sealed record Toggle(string Help, Func<SandboxOptions, SandboxOptions> Set);
}
