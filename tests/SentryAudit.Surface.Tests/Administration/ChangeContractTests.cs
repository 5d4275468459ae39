using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Surface.Tests.Support;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>What all cmdlets that change something at Sentry have in common.</summary>
public sealed class ChangeContractTests
{
    private static readonly Type[] Changers =
    [
        .. CmdletTypes.Types.Where(type =>
            typeof(SentryOrganizationCmdlet).IsAssignableFrom(type)
            && CmdletTypes.Attribute(type).SupportsShouldProcess
            && CmdletTypes.Verb(type) is not (VerbsData.Sync or VerbsData.Export)),
    ];

    private static IEnumerable<CmdletParameter> Clearable =>
        Changers
            .Where(type => CmdletTypes.Verb(type) is VerbsCommon.Set)
            .SelectMany(CmdletTypes.Parameters)
            .Where(parameter => parameter.Has<AllowEmptyStringAttribute>());

    public static TheoryData<string> Changed => [.. Changes.All.Select(change => change.Name)];

    [Fact]
    public void There_are_cmdlets_to_look_at()
    {
        Assert.True(Changers.Length >= 30);
        Assert.True(Changers.Count(IsRemoval) > 5);
        Assert.True(Clearable.Count() >= 3);
    }

    [Fact]
    public void Every_change_is_tried() => None(type => !Changes.All.Any(change => change.Create("1").GetType() == type));

    // With an optional target, an empty variable would mean everything.
    [Fact]
    public void The_target_is_mandatory_and_comes_from_the_pipeline() => None(type =>
        !CmdletTypes.Parameters(type).Any(parameter =>
            parameter.ShownSets.All(set => set.Mandatory) && parameter.Sets.Any(set => set.ByValue || set.ByName)));

    [Fact]
    public void What_is_changed_is_returned_on_request_only() => None(type =>
        (HasOutput(type) && CmdletTypes.Verb(type) is not VerbsCommon.New)
        != CmdletTypes.Parameters(type).Any(parameter => parameter is { Name: "PassThru", IsSwitch: true }));

    [Fact]
    public void A_removal_returns_nothing_and_everything_else_something() => None(type => IsRemoval(type) == HasOutput(type));

    // PowerShell leaves it open what a variable means that nobody has set: here it takes nothing away, and is not ignored either.
    [Fact]
    public void Null_does_not_take_away_what_an_empty_text_does() => Offenders.None(
        Clearable.Where(parameter => !parameter.Has<ValidateNotNullAttribute>()).Select(parameter => $"{parameter}"));

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task The_scopes_that_it_declares_are_enough(string name)
    {
        var change = Changes.Of(name);
        var needs = CmdletTypes
            .Scopes(change.Create("1").GetType())
            .Where(need => need.For is null || change.Uses.Contains(need.For, StringComparer.Ordinal));
        await using var trial = await Trial.StartAsync(name, [.. needs.Select(need => need.AnyOf[0])]);

        trial.Run().ShouldSucceed();

        Assert.NotEqual(trial.Before, trial.Now);
    }

    private static void None(Func<Type, bool> isOffender) => Offenders.None(Changers.Where(isOffender).Select(CmdletTypes.Name));

    private static bool IsRemoval(Type cmdlet) => CmdletTypes.Verb(cmdlet) is VerbsCommon.Remove or VerbsLifecycle.Deny;

    private static bool HasOutput(Type cmdlet) => !CmdletTypes.Outputs(cmdlet).SequenceEqual([typeof(void)]);
}
