using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>Help says what the cmdlets are: MAML and its Markdown sources against the classes.</summary>
public sealed partial class HelpContractTests
{
    [Fact]
    public void EveryCmdletHasHelpAndNothingElse() =>
        Assert.Equal(CmdletTypes.Names, Maml.All.Select(help => help.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void SynopsisAndDescriptionAreSentences(string cmdlet)
    {
        var help = Help(cmdlet);

        Assert.Matches(@"^[A-Z].+\.$", help.Synopsis);
        Assert.True(help.Description.Length > help.Synopsis.Length);
        Assert.DoesNotContain("{{", help.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void EveryParameterIsDescribedAsItIs(string cmdlet)
    {
        var parameters = CmdletTypes.Parameters(CmdletTypes.Of(cmdlet));
        var help = Help(cmdlet).Parameters.Where(parameter => !FromTheEngine.Contains(parameter.Name, StringComparer.Ordinal)).ToArray();

        Assert.Equal(
            parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            help.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
        foreach (var parameter in parameters)
        {
            var told = help.Single(candidate => candidate.Name == parameter.Name);
            Assert.Matches(@"^[A-Z]", told.Description);
            Assert.Equal(Plain(parameter.Property.PropertyType), told.Type);
            Assert.Equal(parameter.Has<SupportsWildcardsAttribute>(), told.Globbing);
            Assert.Equal(
                parameter.Sets.Any(set => set.ByValue),
                told.PipelineInput.Contains("ByValue", StringComparison.OrdinalIgnoreCase));
            Assert.Equal(
                parameter.Sets.Any(set => set.ByName),
                told.PipelineInput.Contains("ByPropertyName", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TheSyntaxHasEveryParameterSet(string cmdlet)
    {
        var parameters = CmdletTypes.Parameters(CmdletTypes.Of(cmdlet));
        string[] names =
        [
            .. parameters
                .SelectMany(parameter => parameter.ShownSets)
                .Select(set => set.Set)
                .Where(set => set != CmdletParameter.AllSets)
                .Distinct(StringComparer.Ordinal),
        ];
        var sets = names.Length == 0 ? [CmdletParameter.AllSets] : names;
        var told = Help(cmdlet)
            .Syntax.Select(syntax =>
                string.Join(
                    ' ',
                    syntax
                        .Where(parameter => !FromTheEngine.Contains(parameter.Name, StringComparer.Ordinal))
                        .Select(Signature)
                        .Order(StringComparer.Ordinal)));

        var actual = sets.Select(name =>
            string.Join(
                ' ',
                parameters
                    .SelectMany(parameter =>
                        parameter
                            .ShownSets.Where(set => set.Set == name || set.Set == CmdletParameter.AllSets)
                            .Select(set => Signature(parameter.Name, set.Mandatory, set.Position)))
                    .Order(StringComparer.Ordinal)));

        Assert.Equal(actual.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void OutputsAreThoseDeclared(string cmdlet)
    {
        var declared = CmdletTypes.Outputs(CmdletTypes.Of(cmdlet)).Where(type => type != typeof(void)).Select(type => type.FullName!);

        Assert.Equal(
            declared.Order(StringComparer.Ordinal),
            Help(cmdlet).Outputs.Where(name => name is not ("None" or "System.Void")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void EveryParameterSetHasAnExample(string cmdlet)
    {
        var help = Help(cmdlet);

        Assert.True(help.Examples.Count >= Math.Max(1, help.Syntax.Count));
        Assert.All(help.Examples, example => Assert.NotEmpty(example));
        Assert.Contains(help.Examples, example => example.Contains(cmdlet, StringComparison.Ordinal));
        foreach (
            var set in CmdletTypes
                .Parameters(CmdletTypes.Of(cmdlet))
                .SelectMany(parameter => parameter.Sets.Where(set => set.Mandatory).Select(_ => parameter.Name)))
        {
            Assert.Contains(help.Examples, example => example.Contains($"-{set}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void ExamplesUseOnlyParametersThatExist(string cmdlet)
    {
        var known = CmdletTypes
            .Parameters(CmdletTypes.Of(cmdlet))
            .SelectMany(parameter => parameter.Aliases.Append(parameter.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var example in Help(cmdlet).Examples)
        {
            foreach (
                var used in Calls(cmdlet)
                    .Matches(Nested().Replace(example, "()"))
                    .SelectMany(call => Parameter().Matches(call.Value))
                    .Select(match => match.Groups["name"].Value))
            {
                Assert.True(known.Contains(used) || Common.Contains(used, StringComparer.OrdinalIgnoreCase), $"-{used} in: {example}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void ThereIsAnOnlineLink(string cmdlet) =>
        Assert.Contains(Help(cmdlet).Links, link =>
            link.StartsWith("https://", StringComparison.Ordinal) && link.Contains(cmdlet, StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TheMarkdownSourceHasTheSameParameters(string cmdlet)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "cmdlets", cmdlet + ".md"));
        var told = MarkdownParameter()
            .Matches(text)
            .Select(match => match.Groups["name"].Value)
            .Except(FromTheEngine, StringComparer.Ordinal);

        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Equal(
            CmdletTypes.Parameters(CmdletTypes.Of(cmdlet)).Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
        Assert.Contains(Help(cmdlet).Synopsis, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("about_SentryAudit")]
    [InlineData("about_SentryAudit_Administration")]
    [InlineData("about_SentryAudit_Connections")]
    [InlineData("about_SentryAudit_Auditing")]
    [InlineData("about_SentryAudit_Pipelines")]
    public void TheTopicIsThere(string topic)
    {
        var text = File.ReadAllText(Repository.PathOf("en-US", topic + ".help.txt"));

        Assert.Contains(topic, text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    // A cmdlet that asks to proceed gets these from PowerShell.
    private static readonly string[] FromTheEngine = ["WhatIf", "Confirm"];

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

    private static Maml Help(string cmdlet) => Maml.Of(cmdlet) ?? throw new InvalidOperationException($"There is no help of {cmdlet}.");

    // As PlatyPS writes it.
    private static string Plain(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"System.Nullable`1[{value.FullName}]" : type.FullName!;

    private static string Signature(MamlParameter parameter) => Signature(parameter.Name, parameter.Required, parameter.Position);

    private static string Signature(string name, bool mandatory, int? position) =>
        $"{name}:{(mandatory ? "must" : "may")}:{position?.ToString(CultureInfo.InvariantCulture) ?? "named"}";

    private static Regex Calls(string cmdlet) =>
        new(Regex.Escape(cmdlet) + @"(?![-\w])[^|;\r\n)}]*", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nested();

    [GeneratedRegex(@"\s-(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^### -(?<name>\w+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkdownParameter();
}
