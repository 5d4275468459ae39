namespace SentryAudit.Suites;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Names">Suites to run; none for all.</param>
/// <param name="PowerShell">Another PowerShell for the Pester suite; null for the pinned one.</param>
internal sealed record Arguments(IReadOnlyList<string> Names, string? PowerShell)
{
    public const string PowerShellOption = "--powershell";

    public const string Usage =
        $"""
        usage: dotnet run --project tests/Suites [-- [suite ...] [{PowerShellOption} PATH]]
          suite               a test project or Pester file, such as Core.Tests or Watch; all of them without
          {PowerShellOption} PATH   run Pester with this pwsh instead of the one .config/dotnet-tools.json pins
        """;

    /// <summary>Reads a command line; null when it makes no sense.</summary>
    public static Arguments? Parse(string[] arguments)
    {
        var at = Array.IndexOf(arguments, PowerShellOption);
        string[] names = at < 0 ? arguments : [.. arguments[..at], .. arguments.Skip(at + 2)];
        var isUnderstood = at != arguments.Length - 1 || at < 0;
        return isUnderstood && !Array.Exists(names, name => name.StartsWith('-'))
            ? new Arguments(names, at < 0 ? null : arguments[at + 1])
            : null;
    }

    public bool Wants(string suite) => Names.Count == 0 || Names.Contains(suite, StringComparer.OrdinalIgnoreCase);
}
