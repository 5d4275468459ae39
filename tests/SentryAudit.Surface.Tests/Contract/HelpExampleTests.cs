using System.Text.RegularExpressions;
using SentryAudit.Api.Stats;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>The examples in help are calls that work.</summary>
public sealed partial class HelpExampleTests
{
    private static readonly string[] Common =
    [
        "WhatIf",
        "Confirm",
        "Verbose",
        "Debug",
        "ErrorAction",
        "ErrorVariable",
        "WarningAction",
        "WarningVariable",
        "InformationAction",
        "OutVariable",
        "OutBuffer",
        "PipelineVariable",
        "ProgressAction",
    ];

    [Fact]
    public void There_are_examples_to_look_at()
    {
        Assert.True(Maml.All.Sum(help => help.Examples.Count) > 150);
        Assert.True(Maml.All.Sum(help => Used(help).Count()) > 200);
    }

    [Fact]
    public void Every_parameter_set_has_an_example() => None(help => help.Examples.Count < Math.Max(1, help.Syntax.Count));

    [Fact]
    public void No_example_is_empty() => None(help => help.Examples.Contains(""));

    [Fact]
    public void An_example_calls_the_cmdlet() => None(help =>
        !help.Examples.Any(example => example.Contains(help.Name, StringComparison.Ordinal)));

    [Fact]
    public void Every_mandatory_parameter_is_in_an_example() => Offenders.None(
        from help in Maml.All
        from parameter in CmdletTypes.Parameters(CmdletTypes.Of(help.Name))
        where parameter.Sets.Any(set => set.Mandatory)
        where !help.Examples.Any(example => example.Contains($"-{parameter.Name}", StringComparison.Ordinal))
        select $"{parameter}");

    [Fact]
    public void Examples_use_only_parameters_that_exist() => Offenders.None(
        from help in Maml.All
        let known = CmdletTypes
            .Parameters(CmdletTypes.Of(help.Name))
            .SelectMany(parameter => parameter.Aliases.Append(parameter.Name))
            .Concat(Common)
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
        from use in Used(help)
        where !known.Contains(use.Parameter)
        select $"-{use.Parameter} in: {use.Example}");

    private static void None(Func<Maml, bool> isOffender) => Offenders.None(Maml.All.Where(isOffender).Select(help => help.Name));

    /// <summary>The parameters that examples give to their cmdlet, without those in parentheses, which are of other cmdlets.</summary>
    private static IEnumerable<(string Parameter, string Example)> Used(Maml help) =>
        from example in help.Examples
        from call in Calls(help.Name).Matches(Nested().Replace(example, "()"))
        from parameter in Parameter().Matches(call.Value)
        select (parameter.Groups["name"].Value, example);

    private static Regex Calls(string cmdlet) =>
        new(Regex.Escape(cmdlet) + @"(?![-\w])[^|;\r\n)}]*", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nested();

    [GeneratedRegex(@"\s-(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
