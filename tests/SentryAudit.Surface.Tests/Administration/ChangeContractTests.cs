using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>What all cmdlets that change something at Sentry have in common.</summary>
public sealed class ChangeContractTests
{
    private static readonly Type[] Changers =
    [
        .. CmdletTypes.Types.Where(type =>
            typeof(SentryOrganizationCmdlet).IsAssignableFrom(type)
            && CmdletTypes.Named<bool>(type, nameof(CmdletAttribute.SupportsShouldProcess))
            && CmdletTypes.Verb(type) is not (VerbsData.Sync or VerbsData.Export)),
    ];

    public static TheoryData<string> All => [.. Changers.Select(CmdletTypes.Name)];

    public static TheoryData<string> Changed => [.. Changes.All.Select(change => change.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void IsTried(string cmdlet) => Assert.Contains(Changes.All, change => change.Create("1").GetType() == CmdletTypes.Of(cmdlet));

    [Theory]
    [MemberData(nameof(All))]
    public void RemovalsAskAndNothingElseDoesByItself(string cmdlet)
    {
        var type = CmdletTypes.Of(cmdlet);

        Assert.Equal(
            CmdletTypes.Verb(type) is VerbsCommon.Remove or VerbsLifecycle.Deny ? ConfirmImpact.High : ConfirmImpact.Medium,
            (ConfirmImpact)CmdletTypes.Named<int>(type, nameof(CmdletAttribute.ConfirmImpact)));
    }

    // With an optional target, an empty variable would mean everything.
    [Theory]
    [MemberData(nameof(All))]
    public void TheTargetIsMandatoryAndComesFromThePipeline(string cmdlet) =>
        Assert.Contains(CmdletTypes.Parameters(CmdletTypes.Of(cmdlet)), parameter =>
            parameter.ShownSets.All(set => set.Mandatory) && parameter.Sets.Any(set => set.ByValue || set.ByName));

    [Theory]
    [MemberData(nameof(All))]
    public void WhatIsChangedIsReturnedOnRequestOnly(string cmdlet)
    {
        var type = CmdletTypes.Of(cmdlet);
        var hasOutput = !CmdletTypes.Outputs(type).SequenceEqual([typeof(void)]);

        Assert.Equal(
            hasOutput && CmdletTypes.Verb(type) is not VerbsCommon.New,
            CmdletTypes.Parameters(type).Any(parameter => parameter is { Name: "PassThru", IsSwitch: true }));
        Assert.Equal(CmdletTypes.Verb(type) is VerbsCommon.Remove or VerbsLifecycle.Deny, !hasOutput);
    }

    // PowerShell leaves it unsaid what a variable that nobody has set means: here it neither takes anything away nor is it passed over.
    [Theory]
    [MemberData(nameof(All))]
    public void WhatAnEmptyTextTakesAwayNullDoesNot(string cmdlet) =>
        Assert.All(
            CmdletTypes
                .Parameters(CmdletTypes.Of(cmdlet))
                .Where(parameter => cmdlet.StartsWith("Set-", StringComparison.Ordinal) && parameter.Has<AllowEmptyStringAttribute>()),
            parameter => Assert.True(parameter.Has<ValidateNotNullAttribute>(), $"{parameter}"));

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task TheScopesItDeclaresAreEnough(string name)
    {
        var change = Changes.Of(name);
        var needs = CmdletTypes
            .Scopes(change.Create("1").GetType())
            .Where(need => need.For is null || change.Uses.Contains(need.For, StringComparer.Ordinal));
        await using var trial = await Trial.StartAsync(name, [.. needs.Select(need => need.AnyOf[0])]);

        trial.Run().ShouldSucceed();

        Assert.NotEqual(trial.Before, trial.Now);
    }
}
