using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using SentryAudit.Api.Stats;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>Help says what the cmdlets are: MAML and its Markdown sources against the classes.</summary>
public sealed partial class HelpContractTests
{
    // A cmdlet that asks to proceed gets these from PowerShell.
    private static readonly string[] FromTheEngine = ["WhatIf", "Confirm"];

    [Fact]
    public void Every_cmdlet_has_help_and_nothing_else() =>
        Assert.Equal(CmdletTypes.Names, Maml.All.Select(help => help.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void There_is_help_to_look_at()
    {
        Assert.True(Maml.All.Count > 65);
        Assert.True(Maml.All.Sum(help => Described(help).Count()) > 400);
        Assert.True(Maml.All.Sum(help => help.Outputs.Count) > 50);
    }

    [Fact]
    public void A_synopsis_is_a_sentence() => None(help => !Sentence().IsMatch(help.Synopsis));

    [Fact]
    public void A_description_says_more_than_the_synopsis() => None(help => help.Description.Length <= help.Synopsis.Length);

    [Fact]
    public void No_placeholder_is_left() => None(help => help.Everything.Contains("{{", StringComparison.Ordinal));

    [Fact]
    public void Every_parameter_is_described_and_nothing_else() => Offenders.None(
        from help in Maml.All
        let actual = CmdletTypes.Parameters(CmdletTypes.Of(help.Name)).Select(parameter => parameter.Name)
        from difference in Difference(actual, Described(help).Select(parameter => parameter.Name))
        select $"{help.Name} -{difference}");

    [Fact]
    public void A_parameter_is_described_as_it_is() => Offenders.None(
        from help in Maml.All
        from parameter in CmdletTypes.Parameters(CmdletTypes.Of(help.Name))
        from described in Described(help).Where(candidate => candidate.Name == parameter.Name)
        from mistake in Mistakes(parameter, described)
        select $"{parameter}: {mistake}");

    [Fact]
    public void The_syntax_has_every_parameter_set() => Offenders.None(
        from help in Maml.All
        let actual = CmdletTypes.SetNames(CmdletTypes.Of(help.Name)).Select(set => Signature(CmdletTypes.Of(help.Name), set))
        from difference in Difference(actual, help.Syntax.Select(Signature))
        select $"{help.Name}: {difference}");

    [Fact]
    public void Outputs_are_those_declared() => Offenders.None(
        from help in Maml.All
        let declared = CmdletTypes.Outputs(CmdletTypes.Of(help.Name)).Where(type => type != typeof(void)).Select(type => type.FullName!)
        from difference in Difference(declared, help.Outputs.Where(name => name is not ("None" or "System.Void")))
        select $"{help.Name}: {difference}");

    [Fact]
    public void There_is_an_online_link() => None(help =>
        !help.Links.Any(link =>
            link.StartsWith("https://", StringComparison.Ordinal) && link.Contains(help.Name, StringComparison.Ordinal)));

    [Fact]
    public void The_Markdown_source_has_the_same_parameters() => Offenders.None(
        from help in Maml.All
        let actual = CmdletTypes.Parameters(CmdletTypes.Of(help.Name)).Select(parameter => parameter.Name)
        let written = MarkdownParameter().Matches(Markdown(help)).Select(match => match.Groups["name"].Value).Except(FromTheEngine)
        from difference in Difference(actual, written)
        select $"{help.Name} -{difference}");

    [Fact]
    public void The_Markdown_source_has_no_placeholder() => None(help => Markdown(help).Contains("{{", StringComparison.Ordinal));

    [Fact]
    public void The_Markdown_source_has_the_same_synopsis() => None(help =>
        !Markdown(help).Contains(help.Synopsis, StringComparison.Ordinal));

    [Theory]
    [InlineData("about_SentryAudit")]
    [InlineData("about_SentryAudit_Administration")]
    [InlineData("about_SentryAudit_Connections")]
    [InlineData("about_SentryAudit_Auditing")]
    [InlineData("about_SentryAudit_Pipelines")]
    public void The_topic_is_there(string topic)
    {
        var text = File.ReadAllText(Repository.PathOf("en-US", topic + ".help.txt"));

        Assert.Contains(topic, text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    private static void None(Func<Maml, bool> isOffender) => Offenders.None(Maml.All.Where(isOffender).Select(help => help.Name));

    private static IEnumerable<MamlParameter> Described(Maml help) =>
        help.Parameters.Where(parameter => !FromTheEngine.Contains(parameter.Name));

    private static string Markdown(Maml help) => File.ReadAllText(Repository.PathOf("docs", "cmdlets", help.Name + ".md"));

    /// <summary>What only one of two lists has, or has more often.</summary>
    private static IEnumerable<string> Difference(IEnumerable<string> actual, IEnumerable<string> written)
    {
        var left = written.ToList();
        foreach (var item in actual)
        {
            if (!left.Remove(item))
            {
                yield return $"{item} (missing)";
            }
        }

        foreach (var item in left)
        {
            yield return $"{item} (does not exist)";
        }
    }

    private static IEnumerable<string> Mistakes(CmdletParameter parameter, MamlParameter described)
    {
        if (described.Description is not [>= 'A' and <= 'Z', ..])
        {
            yield return "The description does not begin with a capital letter.";
        }

        if (described.Type != Plain(parameter.Property.PropertyType))
        {
            yield return $"The type is {described.Type}.";
        }

        if (described.Globbing != parameter.Has<SupportsWildcardsAttribute>())
        {
            yield return $"Wildcards: {described.Globbing}.";
        }

        if (parameter.Sets.Any(set => set.ByValue) != described.Takes("ByValue")
            || parameter.Sets.Any(set => set.ByName) != described.Takes("ByPropertyName"))
        {
            yield return $"Pipeline input is {described.PipelineInput}.";
        }
    }

    // As PlatyPS writes it.
    private static string Plain(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"System.Nullable`1[{value.FullName}]" : type.FullName!;

    private static string Signature(Type cmdlet, string set) => Signature(
        from parameter in CmdletTypes.Parameters(cmdlet)
        from own in parameter.Sets
        where own.Set == set || own.Set == CmdletParameter.AllSets
        select (parameter.Name, own.Mandatory, own.Position));

    private static string Signature(IEnumerable<MamlParameter> syntax) => Signature(
        from parameter in syntax
        where !FromTheEngine.Contains(parameter.Name)
        select (parameter.Name, parameter.Required, parameter.Position));

    private static string Signature(IEnumerable<(string Name, bool Mandatory, int? Position)> parameters) => string.Join(
        ' ',
        parameters
            .Select(parameter =>
                $"{parameter.Name}:{(parameter.Mandatory ? "must" : "may")}:"
                + (parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"))
            .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^[A-Z].+\.$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^### -(?<name>\w+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkdownParameter();
}
