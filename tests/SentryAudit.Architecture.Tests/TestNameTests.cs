using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>The names of tests read as sentences: "An_unknown_name_is_an_error".</summary>
public sealed partial class TestNameTests
{
    private static readonly (string File, string Name)[] Tests =
    [
        .. from file in Repository.Files("tests", "*.cs").AsParallel()
           from method in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
           where method.AttributeLists.SelectMany(list => list.Attributes).Any(IsTest)
           select (House.Shown(file), method.Identifier.Text),
    ];

    [Fact]
    public void There_are_tests_to_look_at()
    {
        Assert.True(Tests.Length > 1500);
        Assert.True(Tests.Select(test => test.File.Split('/')[1]).Distinct(StringComparer.Ordinal).Count() >= 5);
    }

    [Fact]
    public void A_name_is_a_sentence_with_underscores() => Offenders.None(
        from test in Tests
        where !Sentence().IsMatch(test.Name)
        select $"{test.File}: {test.Name}");

    /// <summary>[Fact], [Theory] and attributes derived from them, which end in the same words.</summary>
    private static bool IsTest(AttributeSyntax attribute) =>
        attribute.Name.ToString() is var name
        && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal));

    // The first word begins with a capital; a name of one word has no other, else it would be several words without underscores.
    [GeneratedRegex("^[A-Z](\\w*_\\w+|[a-z0-9]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
