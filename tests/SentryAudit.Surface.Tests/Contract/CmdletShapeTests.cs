using System.Management.Automation;
using System.Reflection;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>Names, classes and outputs of the cmdlets.</summary>
public sealed class CmdletShapeTests
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
    public void ThereAreCmdlets() => Assert.True(CmdletTypes.Names.Count >= 12);

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TheVerbIsApproved(string cmdlet) => Assert.Contains(CmdletTypes.Verb(CmdletTypes.Of(cmdlet)), Approved);

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TheNounIsSentryAndASingular(string cmdlet)
    {
        var noun = CmdletTypes.Noun(CmdletTypes.Of(cmdlet));

        Assert.Matches("^Sentry([A-Z][A-Za-z0-9]*)?$", noun);
        Assert.True(
            !noun.EndsWith('s') || noun.EndsWith("Status", StringComparison.Ordinal) || noun.EndsWith("Access", StringComparison.Ordinal),
            noun);
        Assert.DoesNotContain(cmdlet, Taken);
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TheClassIsSealedAndNamedAfterTheCmdlet(string cmdlet)
    {
        var type = CmdletTypes.Of(cmdlet);

        Assert.True(type.IsSealed);
        Assert.Equal(cmdlet.Replace("-", "", StringComparison.Ordinal) + "Command", type.Name);
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TheOutputIsDeclared(string cmdlet)
    {
        var outputs = CmdletTypes.Outputs(CmdletTypes.Of(cmdlet)).ToArray();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, output =>
            Assert.True(
                output == typeof(void)
                    || output == typeof(bool)
                    || output == typeof(PSCustomObject)
                    || output is { IsSealed: true, IsPublic: true },
                output.Name));
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TestGivesOneBoolAndNothingElseDoes(string cmdlet)
    {
        var type = CmdletTypes.Of(cmdlet);

        Assert.Equal(CmdletTypes.Verb(type) == VerbsDiagnostic.Test, CmdletTypes.Outputs(type).SequenceEqual([typeof(bool)]));
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void ReadersNeverAskToProceed(string cmdlet)
    {
        var type = CmdletTypes.Of(cmdlet);
        if (CmdletTypes.Verb(type) is "Get" or "Test")
        {
            Assert.False(CmdletTypes.Named<bool>(type, nameof(CmdletAttribute.SupportsShouldProcess)));
        }
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void AtMostOneParameterOfASetTakesPipelineObjects(string cmdlet)
    {
        var parameters = CmdletTypes.Parameters(CmdletTypes.Of(cmdlet));
        var named = parameters
            .SelectMany(parameter => parameter.Sets)
            .Select(set => set.Set)
            .Where(set => set != CmdletParameter.AllSets)
            .Distinct(StringComparer.Ordinal);

        foreach (var set in named.DefaultIfEmpty(CmdletParameter.AllSets))
        {
            var takers = parameters.Where(parameter =>
                parameter.Sets.Any(own => own.ByValue && (own.Set == set || own.Set == CmdletParameter.AllSets)));
            Assert.InRange(takers.Count(), 0, 1);
        }
    }

    [Theory]
    [MemberData(nameof(CmdletTypes.All), MemberType = typeof(CmdletTypes))]
    public void TheDefaultParameterSetExists(string cmdlet)
    {
        var type = CmdletTypes.Of(cmdlet);
        if (CmdletTypes.Named<string>(type, nameof(CmdletAttribute.DefaultParameterSetName)) is { } name)
        {
            Assert.Contains(CmdletTypes.Parameters(type), parameter => parameter.Sets.Any(set => set.Set == name));
        }
    }
}
