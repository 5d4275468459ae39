namespace SentryAudit.Suites;

/// <summary>
/// The Pester files still to be run. Each is an empty file in a folder, Watch.waiting; the PowerShell that could rename it to
/// Watch.taken runs Watch.Tests.ps1. So several share the work, and one that is ended leaves the rest to another.
/// </summary>
internal sealed class PesterFiles : IDisposable
{
    private const string Ending = ".Tests.ps1";
    private const string Waiting = ".waiting";

    public PesterFiles(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.Create(Path.Combine(Folder, name + Waiting)).Dispose();
        }
    }

    /// <summary>The names of all there are.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.GetFiles(Place.Of("tests", "Pester"), "*" + Ending).Select(NameOf).Order(StringComparer.Ordinal)];

    public string Folder { get; } = Directory.CreateTempSubdirectory("sentryaudit-pester-").FullName;

    /// <summary>How many nobody has taken.</summary>
    public int Left => Directory.GetFiles(Folder, "*" + Waiting).Length;

    private static string NameOf(string path) => Path.GetFileName(path)[..^Ending.Length];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
