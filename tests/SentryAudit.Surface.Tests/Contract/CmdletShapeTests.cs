using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>Names, classes and outputs of the cmdlets.</summary>
public sealed partial class CmdletShapeTests
{
    // Sentry's own module has these.
    private static readonly string[] Taken =
    [
        "Add-SentryBreadcrumb",
        "Edit-SentryScope",
        "Invoke-WithSentry",
        "Out-Sentry",
        "Start-Sentry",
        "Start-SentryTransaction",
        "Stop-Sentry",
    ];

    private static readonly HashSet<string> Approved =
    [
        .. new[]
        {
            typeof(VerbsCommon),
            typeof(VerbsCommunications),
            typeof(VerbsData),
            typeof(VerbsDiagnostic),
            typeof(VerbsLifecycle),
            typeof(VerbsOther),
            typeof(VerbsSecurity),
        }
            .SelectMany(verbs => verbs.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void There_are_cmdlets_to_look_at()
    {
        Assert.True(CmdletTypes.Types.Count > 65);
        Assert.True(CmdletTypes.Types.Count(IsReader) > 25);
        Assert.True(CmdletTypes.Types.Count(type => DefaultSet(type) is not null) > 5);
    }

    [Fact]
    public void A_verb_is_approved() => None(type => !Approved.Contains(CmdletTypes.Verb(type)));

    [Fact]
    public void A_noun_begins_with_Sentry() => None(type => !SentryNoun().IsMatch(CmdletTypes.Noun(type)));

    [Fact]
    public void A_noun_is_a_singular() => None(type =>
        CmdletTypes.Noun(type) is var noun
        && noun.EndsWith('s')
        && !noun.EndsWith("Status", StringComparison.Ordinal)
        && !noun.EndsWith("Access", StringComparison.Ordinal));

    [Fact]
    public void A_name_is_not_one_of_Sentrys_own_module() => None(type => Taken.Contains(CmdletTypes.Name(type)));

    [Fact]
    public void A_class_is_sealed() => None(type => !type.IsSealed);

    [Fact]
    public void A_class_is_named_after_its_cmdlet() => None(type =>
        type.Name != CmdletTypes.Name(type).Replace("-", "", StringComparison.Ordinal) + "Command");

    [Fact]
    public void An_output_is_declared() => None(type => !CmdletTypes.Outputs(type).Any());

    [Fact]
    public void An_output_is_nothing_a_bool_or_a_sealed_public_type() => Offenders.None(
        from type in CmdletTypes.Types
        from output in CmdletTypes.Outputs(type)
        where output != typeof(void) && output != typeof(bool) && output != typeof(PSCustomObject)
        where output is not { IsSealed: true, IsPublic: true }
        select $"{CmdletTypes.Name(type)}: {output}");

    [Fact]
    public void Test_gives_one_bool_and_nothing_else_does() => None(type =>
        CmdletTypes.Verb(type) == VerbsDiagnostic.Test != CmdletTypes.Outputs(type).SequenceEqual([typeof(bool)]));

    [Fact]
    public void Readers_never_ask_to_proceed() => None(type =>
        IsReader(type) && CmdletTypes.Attribute(type).SupportsShouldProcess);

    [Fact]
    public void At_most_one_parameter_of_a_set_takes_pipeline_objects() => Offenders.None(
        from type in CmdletTypes.Types
        from set in CmdletTypes.SetNames(type)
        let takers = CmdletTypes.Parameters(type).Where(parameter =>
            parameter.Sets.Any(own => own.ByValue && (own.Set == set || own.Set == CmdletParameter.AllSets)))
        where takers.Count() > 1
        select $"{CmdletTypes.Name(type)}, {set}: {string.Join(", ", takers.Select(parameter => parameter.Name))}");

    [Fact]
    public void The_default_parameter_set_exists() => None(type =>
        DefaultSet(type) is { } name
        && !CmdletTypes.Parameters(type).Any(parameter => parameter.Sets.Any(set => set.Set == name)));

    private static void None(Func<Type, bool> isOffender) => Offenders.None(CmdletTypes.Types.Where(isOffender).Select(CmdletTypes.Name));

    private static bool IsReader(Type cmdlet) => CmdletTypes.Verb(cmdlet) is "Get" or "Test";

    private static string? DefaultSet(Type cmdlet) => CmdletTypes.Attribute(cmdlet).DefaultParameterSetName;

    [GeneratedRegex("^Sentry([A-Z][A-Za-z0-9]*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentryNoun();
}
