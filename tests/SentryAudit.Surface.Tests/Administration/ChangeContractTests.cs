using System.Management.Automation;
using SentryAudit.Commands;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>What all cmdlets that change something at Sentry have in common.</summary>
public sealed class ChangeContractTests
{
    private static readonly Type[] Changers =
    [
        .. Cmdlets.Types.Where(type => typeof(SentryOrganizationCmdlet).IsAssignableFrom(type) && Cmdlets.Named<bool>(type, nameof(CmdletAttribute.SupportsShouldProcess))
            && Cmdlets.Verb(type) is not (VerbsData.Sync or VerbsData.Export)),
    ];

    public static TheoryData<string> All => [.. Changers.Select(Cmdlets.Name)];

    public static TheoryData<string> Changed => [.. Changes.All.Select(change => change.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void IsTried(string cmdlet) => Assert.Contains(Changes.All, change => change.Create("1").GetType() == Cmdlets.Of(cmdlet));

    [Theory]
    [MemberData(nameof(All))]
    public void RemovalsAskAndNothingElseDoesByItself(string cmdlet)
    {
        var type = Cmdlets.Of(cmdlet);

        Assert.Equal(
            Cmdlets.Verb(type) is VerbsCommon.Remove or VerbsLifecycle.Deny ? ConfirmImpact.High : ConfirmImpact.Medium, (ConfirmImpact)Cmdlets.Named<int>(type, nameof(CmdletAttribute.ConfirmImpact)));
    }

    // With an optional target, an empty variable would mean everything.
    [Theory]
    [MemberData(nameof(All))]
    public void TheTargetIsMandatoryAndComesFromThePipeline(string cmdlet) => Assert.Contains(
        Cmdlets.Parameters(Cmdlets.Of(cmdlet)), parameter => parameter.Sets.All(set => set.Mandatory) && parameter.Sets.Any(set => set.ByValue || set.ByName));

    [Theory]
    [MemberData(nameof(All))]
    public void WhatIsChangedIsReturnedOnRequestOnly(string cmdlet)
    {
        var type = Cmdlets.Of(cmdlet);
        var hasOutput = !Cmdlets.Outputs(type).SequenceEqual([typeof(void)]);

        Assert.Equal(hasOutput && Cmdlets.Verb(type) is not VerbsCommon.New, Cmdlets.Parameters(type).Any(parameter => parameter is { Name: "PassThru", IsSwitch: true }));
        Assert.Equal(Cmdlets.Verb(type) is VerbsCommon.Remove or VerbsLifecycle.Deny, !hasOutput);
    }

    // PowerShell leaves it unsaid what a variable that nobody has set means: here it neither takes anything away nor is it passed over.
    [Theory]
    [MemberData(nameof(All))]
    public void WhatAnEmptyTextTakesAwayNullDoesNot(string cmdlet) => Assert.All(
        Cmdlets.Parameters(Cmdlets.Of(cmdlet)).Where(parameter => cmdlet.StartsWith("Set-", StringComparison.Ordinal) && parameter.Has<AllowEmptyStringAttribute>()), parameter => Assert.True(parameter.Has<ValidateNotNullAttribute>(), $"{parameter}"));

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task TheScopesItDeclaresAreEnough(string name)
    {
        var change = Changes.Of(name);
        var needs = Cmdlets.Scopes(change.Create("1").GetType()).Where(need => need.For is null || change.Uses.Contains(need.For, StringComparer.Ordinal));
        await using var trial = await Trial.StartAsync(name, [.. needs.Select(need => need.AnyOf[0])]);

        trial.Run().ShouldSucceed();

        Assert.NotEqual(trial.Before, trial.Now);
    }
}
