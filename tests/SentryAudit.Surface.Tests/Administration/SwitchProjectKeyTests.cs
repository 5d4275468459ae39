using SentryAudit.Cmdlets;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Disable-, Enable- and Remove-SentryProjectKey: what a project loses, and objects from the pipeline.</summary>
public sealed class SwitchProjectKeyTests : AdministrationTest
{
    private const string Loss = "; web-frontend will have no active key and receive no events";

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void The_last_active_key_is_pointed_out(bool isRemoved) =>
        Assert.EndsWith(Loss, Assert.Single(Plan(SwitchOff(isRemoved)).Asked).Action, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Both))]
    public void One_of_two_keys_is_not_the_last(bool isRemoved)
    {
        AddSecond();

        var run = Plan(SwitchOff(isRemoved, "Second"));

        Assert.DoesNotContain(Loss, Assert.Single(run.Asked).Action, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_plan_for_both_warns_about_the_second_as_the_change_does(bool isRemoved)
    {
        AddSecond();

        var plan = Plan(SwitchOff(isRemoved, "*"));
        var change = Run(SwitchOff(isRemoved, "*"));

        Assert.Equal([false, true], plan.Asked.Select(question => question.Action.EndsWith(Loss, StringComparison.Ordinal)));
        Assert.Equal(plan.Asked, change.Asked);
        Assert.DoesNotContain(Acme.ProjectKeys, key => key.IsActive && key.Project.Slug == "web-frontend");
    }

    [Fact]
    public void A_key_that_was_not_disabled_still_counts()
    {
        AddSecond();
        var run = new RecordingPipeline { Consent = false };

        Run(SwitchOff(isRemoved: false, "*"), run).ShouldSucceed();

        Assert.Equal(2, run.Asked.Count);
        Assert.All(run.Asked, question => Assert.DoesNotContain(Loss, question.Action, StringComparison.Ordinal));
    }

    [Fact]
    public void A_disabled_key_is_no_loss()
    {
        AddSecond(isActive: false);

        var run = Plan(new RemoveSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("Second")] });

        Assert.Equal("Remove the key for good", Assert.Single(run.Asked).Action);
    }

    [Fact]
    public void A_key_that_is_already_switched_is_returned_and_not_sent()
    {
        AddSecond(isActive: false);

        var run = Run(new DisableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("Second")] }, "PassThru");

        run.ShouldSucceed();
        Assert.False(Assert.Single(run.Of<SentryProjectKey>()).IsActive);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void An_enabled_key_is_returned_as_it_is_now()
    {
        AddSecond(isActive: false);

        var key = Assert.Single(
            Run(new EnableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("Second")] }, "PassThru")
                .Of<SentryProjectKey>());

        Assert.True(key.IsActive);
        Assert.True(Acme.ProjectKeys.Single(known => known.Name == "Second").IsActive);
    }

    // Get-SentryProjectKey | Where-Object AgeDays -gt 365 | Disable-SentryProjectKey
    [Fact]
    public void Objects_of_all_organizations_are_switched_off()
    {
        var old = Run(new GetSentryProjectKeyCommand { Organization = [new("*")] })
            .Of<SentryProjectKey>()
            .Where(key => key is { AgeDays: > 365, IsActive: true })
            .ToArray();

        CmdletRunner.Pipe(old, new DisableSentryProjectKeyCommand { Connection = Connection }).ShouldSucceed();

        var now = Run(new GetSentryProjectKeyCommand { Organization = [new("*")] }).Of<SentryProjectKey>();
        Assert.Equal(
            ["acme", "globex"],
            old.Select(key => key.OrganizationSlug).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(
            old.Select(key => key.Id).Order(StringComparer.Ordinal),
            now.Where(key => key is { AgeDays: > 365, IsActive: false } && old.Any(was => was.Id == key.Id))
                .Select(key => key.Id)
                .Order(StringComparer.Ordinal));
        Assert.All(Server.Requests.Writes(), request => Assert.Equal("PUT", request.Method));
        Assert.Equal(old.Length, Server.Requests.Writes().Length);
    }

    [Fact]
    public void A_key_of_a_project_that_is_being_removed_is_refused_in_the_plan()
    {
        var key = Acme.ProjectKeys.First(known => known.Project.Slug == "search");
        Acme.Projects.Remove(key.Project);

        var run = Plan(new RemoveSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new(key.Public)] });

        Assert.Equal("SentryProjectUnknown", run.SingleError().ErrorId);
        Assert.Empty(run.Asked);
    }

    private void AddSecond(bool isActive = true) => Acme.ProjectKeys.Add(new SandboxProjectKey
    {
        Public = new string('a', 32),
        Secret = new string('b', 32),
        Project = Acme.Projects.Single(project => project.Slug == "web-frontend"),
        Name = "Second",
        IsActive = isActive,
    });

    private static SentryProjectKeyChangeCmdlet SwitchOff(bool isRemoved, string key = "Default") => isRemoved
        ? new RemoveSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new(key)], Project = [new("web-frontend")] }
        : new DisableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new(key)], Project = [new("web-frontend")] };
}
