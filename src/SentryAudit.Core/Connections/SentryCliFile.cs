namespace SentryAudit.Connections;

/// <summary>
/// The settings file of Sentry's command line tool, <c>.sentryclirc</c>: <c>[auth] token</c>, <c>[defaults] url</c>, <c>org</c>. A value
/// is taken from the nearest file in a folder or above it, or else from the file in the home folder.
/// </summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Token">The token; null if the file has none.</param>
/// <param name="Url">The address of the Sentry; null if the file has none.</param>
/// <param name="Organization">The default organization; null if the file has none.</param>
internal sealed record SentryCliFile(string Path, string? Token, string? Url, string? Organization)
{
    public const string Name = ".sentryclirc";

    /// <summary>The nearest file in a folder or above it.</summary>
    public static SentryCliFile? FindNear(string? folder)
    {
        for (var current = folder; !string.IsNullOrEmpty(current); current = System.IO.Path.GetDirectoryName(current))
        {
            if (TryRead(current) is { } near)
            {
                return near;
            }
        }

        return null;
    }

    /// <summary>The file in the home folder.</summary>
    public static SentryCliFile? FindHome(string? home) => string.IsNullOrEmpty(home) ? null : TryRead(home);

    internal static SentryCliFile Parse(string path, IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var section = "";
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';')))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line[0] == '[')
            {
                section = line.Trim('[', ']').Trim();
            }
            else if (equals > 0)
            {
                values[$"{section}.{line[..equals].Trim()}"] = line[(equals + 1)..].Trim().Trim('"', '\'');
            }
        }

        return new SentryCliFile(
            path,
            values.GetValueOrDefault("auth.token"),
            values.GetValueOrDefault("defaults.url"),
            values.GetValueOrDefault("defaults.org"));
    }

    private static SentryCliFile? TryRead(string folder)
    {
        var path = System.IO.Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) ? Parse(path, File.ReadAllLines(path)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SentryException(
                "UnreadableSettings",
                SentryErrorCategory.InvalidData,
                $"{path} can't be read: {fault.Message}",
                "Correct its permissions, or give the token with -Token.",
                fault);
        }
    }
}
