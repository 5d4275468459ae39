using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>What Sentry reads out of a version such as <c>web@1.2.3+45</c>: package, number, build.</summary>
internal static class VersionJson
{
    /// <summary>The version without its package; a bare commit hash is cut to twelve characters.</summary>
    public static string Short(string version)
    {
        var (_, number, _) = Split(version);
        return IsHash(number) ? number[..12] : number;
    }

    public static void Write(Utf8JsonWriter json, string version)
    {
        var (package, number, build) = Split(version);
        json.WriteStartObject("versionInfo");
        json.WriteString("package", package);
        json.WriteStartObject("version");
        json.WriteString("raw", package is null ? number : number + (build is null ? "" : "+" + build));
        var parts = number.Split('.');
        if (parts.Length == 3 && Array.TrueForAll(parts, part => int.TryParse(part, CultureInfo.InvariantCulture, out _)))
        {
            json.WriteNumber("major", int.Parse(parts[0], CultureInfo.InvariantCulture));
            json.WriteNumber("minor", int.Parse(parts[1], CultureInfo.InvariantCulture));
            json.WriteNumber("patch", int.Parse(parts[2], CultureInfo.InvariantCulture));
            json.WriteNull("pre");
            json.WriteString("buildCode", build);
            json.WriteNumber("components", 3);
        }

        json.WriteEndObject();
        json.WriteString("description", build is null ? Short(version) : $"{number} ({build})");
        json.WriteString("buildHash", IsHash(number) ? number : null);
        json.WriteEndObject();
    }

    private static (string? Package, string Number, string? Build) Split(string version)
    {
        var at = version.LastIndexOf('@');
        var number = version[(at + 1)..];
        var plus = number.IndexOf('+', StringComparison.Ordinal);
        return (at < 0 ? null : version[..at], plus < 0 ? number : number[..plus], plus < 0 ? null : number[(plus + 1)..]);
    }

    private static bool IsHash(string number) => number.Length == 40 && number.All(char.IsAsciiHexDigitLower);
}
