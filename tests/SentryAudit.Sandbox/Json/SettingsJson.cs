using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>Settings, out and in. Which kind of value a setting takes is read off its default.</summary>
internal static class SettingsJson
{
    /// <summary>What is longer than a day of digests, or more crash reports than Sentry keeps, is refused.</summary>
    private static readonly Dictionary<string, (long Least, long Most)> Limits = new(StringComparer.Ordinal)
    {
        ["storeCrashReports"] = (-1, 100),
        ["digestsMinDelay"] = (60, 3600),
        ["digestsMaxDelay"] = (60, 3600),
    };

    public static void Write(Utf8JsonWriter json, SandboxSettings settings, params IEnumerable<string> except)
    {
        foreach (var name in settings.Names.Except(except, StringComparer.Ordinal))
        {
            json.Raw(name, settings[name]);
        }
    }

    /// <summary>The settings a request names, checked, with their values as JSON.</summary>
    public static Dictionary<string, string> Read(RequestBody body, SandboxSettings settings)
    {
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in settings.Names.Where(body.Has))
        {
            if (Checked(body, name, settings[name]))
            {
                // Sentry takes 1 and "yes" for true, too.
                wanted[name] = settings[name] is "true" or "false"
                    ? body.Flag(name) is true ? "true" : "false"
                    : body.Raw(name)?.GetRawText() ?? "null";
            }
        }

        return wanted;
    }

    private static bool Checked(RequestBody body, string name, string now) => now[0] switch
    {
        't' or 'f' => body.Flag(name) is not null,
        '[' => Fields(body, name),
        '{' => body.Raw(name)?.ValueKind is JsonValueKind.Object,
        _ when Limits.TryGetValue(name, out var limit) => body.Number(name, limit.Least, limit.Most, nullable: now is "null") is not null
            || body.Raw(name) is null,
        _ when name is "resolveAge" => body.Number(name, nullable: true) is not null || body.Raw(name) is null,
        _ when name is "attachmentsRole" or "debugFilesRole" => Role(body, name),
        _ => body.Text(name, blank: true, nullable: true) is not null || body.Raw(name) is null,
    };

    private static bool Fields(RequestBody body, string name)
    {
        var fields = body.Texts(name);
        if (fields?.Contains("", StringComparer.Ordinal) is true)
        {
            body.Mistake(name, "Empty values are not allowed.");
        }

        return fields is not null;
    }

    private static bool Role(RequestBody body, string name)
    {
        var role = body.Text(name);
        if (role is not null && Access.Roles.Find(role) is null)
        {
            body.Mistake(name, "Invalid role");
        }

        return role is not null;
    }
}
