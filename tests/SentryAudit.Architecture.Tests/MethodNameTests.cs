using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>What the names of the cmdlets' methods promise.</summary>
public sealed partial class MethodNameTests
{
    private static readonly MethodDeclarationSyntax[][] Files =
    [
        .. House.Cmdlets.Files.Select(file =>
            CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)
                .GetRoot()
                .DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .ToArray()),
    ];

    [Fact]
    public void A_method_that_is_named_for_reading_neither_asks_for_a_change_nor_makes_one() =>
        Offenders.None(
            from methods in Files
            from name in Changing(methods)
            where Reading().IsMatch(name)
            select $"{House.Shown(methods[0].SyntaxTree.FilePath)}: {name}");

    [Fact]
    public void There_are_methods_that_change_something() => Assert.True(Files.Sum(methods => Changing(methods).Count) > 50);

    /// <summary>The methods of a file that ask for a change or make one, by themselves or through another method of the file.</summary>
    private static HashSet<string> Changing(MethodDeclarationSyntax[] methods)
    {
        var changing = new HashSet<string>(StringComparer.Ordinal);
        while (methods.Any(method => Calls(method).Any(IsChange) && changing.Add(method.Identifier.Text)))
        {
        }

        return changing;

        bool IsChange(string called) => Change().IsMatch(called) || changing.Contains(called);
    }

    private static IEnumerable<string> Calls(MethodDeclarationSyntax method) =>
        from call in method.DescendantNodes().OfType<InvocationExpressionSyntax>()
        select call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => "",
        };

    [GeneratedRegex("^(Read|Find|List|Get|Resolve|LookUp)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reading();

    // The methods of Core that write to Sentry, and the questions of PowerShell.
    [GeneratedRegex(
        "^(ShouldProcess|ShouldContinue|TryContinue|(Set|Add|Remove|Invite|Approve|Deny|Resend|Create)[A-Za-z]*Async)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Change();
}
