using System.Text.RegularExpressions;
using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>What keeps the source readable.</summary>
public sealed partial class SourceRuleTests
{
    private const int MostLinesOfAFile = 560;

    [Fact]
    public void Files_stay_small() => Offenders.None(
        from file in House.Files
        let lines = File.ReadLines(file).Count()
        where lines > MostLinesOfAFile
        select $"{House.Shown(file)}: {lines} lines");

    [Fact]
    public void The_module_never_writes_to_the_console() =>
        Offenders.None(
            from file in Repository.Files("src", "*.cs")
            let text = File.ReadAllText(file)
            where
                Console().IsMatch(text)
                || text.Contains("Write-Host", StringComparison.OrdinalIgnoreCase)
                || text.Contains(".Host.UI", StringComparison.Ordinal)
            select House.Shown(file));

    [GeneratedRegex(@"\bConsole\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Console();
}
