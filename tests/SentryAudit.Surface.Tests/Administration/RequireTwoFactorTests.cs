using SentryAudit.Commands.Organization;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryOrganization -Require2FA: the plan names those who would lose access, and asks twice.</summary>
public sealed class RequireTwoFactorTests : AdministrationTest
{
    private string[] Losers =>
        [.. Globex.Members.Where(member => member is { Pending: false, User.Has2Fa: false }).Select(member => member.Email)];

    [Fact]
    public void Those_who_would_lose_access_are_named_in_the_plan()
    {
        Globex.Require2Fa = false;

        var run = Plan(TurnOn());

        Assert.NotEmpty(Losers);
        Assert.All(Losers, loser => Assert.Contains(loser, Assert.Single(run.Warnings), StringComparison.Ordinal));
        Assert.DoesNotContain(Globex.Members, member =>
            (member.Pending || member.User is { Has2Fa: true }) && run.Warnings[0].Contains(member.Email, StringComparison.Ordinal));
        Assert.Equal(
            (
                "globex",
                $"Change the required two-factor authentication from off to on; members without it will lose access: {Losers.Length}"),
            Assert.Single(run.Asked));
    }

    [Fact]
    public void A_no_to_the_second_question_changes_nothing()
    {
        Globex.Require2Fa = false;

        var run = Run(TurnOn(), new RecordingPipeline { SecondThought = false }, "PassThru");

        run.ShouldSucceed();
        Assert.Equal(2, run.Asked.Count);
        Assert.Single(run.Warnings);
        Assert.Empty(run.Output);
        Assert.Empty(Server.Requests.Writes());
        Assert.False(Globex.Require2Fa);
    }

    [Fact]
    public void Force_leaves_out_the_second_question_but_not_the_warning()
    {
        Globex.Require2Fa = false;
        var losers = Losers;

        var run = Run(TurnOn(), new RecordingPipeline { SecondThought = false }, "Force");

        run.ShouldSucceed();
        Assert.Single(run.Asked);
        Assert.Single(run.Warnings);
        Assert.All(losers, loser => Assert.True(Globex.Members.Single(member => member.Email == loser).Pending));
    }

    [Fact]
    public void Where_everybody_uses_two_factors_there_is_no_second_question()
    {
        Globex.Require2Fa = false;
        Globex.Members.ForEach(static member => member.User?.Has2Fa = true);

        var run = Run(TurnOn());

        run.ShouldSucceed();
        Assert.Single(run.Asked);
        Assert.Empty(run.Warnings);
        Assert.True(Globex.Require2Fa);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_loses_access_where_it_is_already_on_or_turned_off(bool wanted)
    {
        Globex.Require2Fa = true;

        var run = Run(
            new SetSentryOrganizationCommand { Organization = [new("globex")], Require2FA = wanted },
            new RecordingPipeline { SecondThought = false }
        );

        run.ShouldSucceed();
        Assert.Empty(run.Warnings);
        Assert.Equal(wanted, Globex.Require2Fa);
        Assert.DoesNotContain(Server.Requests, request => request.Path.EndsWith("/members/", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_changed_where_it_is_unknown_who_loses_access()
    {
        Globex.Require2Fa = false;
        Server.Faults.On("GET organizations/{org}/members/", Fault.NoLinkHeader());

        var run = Run(TurnOn(), new RecordingPipeline(), "Force");

        Assert.Equal("IncompleteListing", run.SingleError().ErrorId);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Single_sign_on_is_refused_in_the_plan()
    {
        Assert.True(Acme.HasAuthProvider);
        Acme.Require2Fa = false;

        var run = Plan(new SetSentryOrganizationCommand { Organization = InAcme, Require2FA = true });

        Assert.Equal("SentryTwoFactorBySso", run.SingleError().ErrorId);
        Assert.Contains("identity provider", run.SingleError().RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(run.Asked);
    }

    [Fact]
    public void A_user_without_a_second_factor_may_not_require_one()
    {
        Globex.Require2Fa = false;
        Server.Estate.Owner.Has2Fa = false;

        var error = Run(TurnOn(), new RecordingPipeline(), "Force").SingleError();

        Assert.Equal("SentryOwnTwoFactorMissing", error.ErrorId);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.False(Globex.Require2Fa);
    }

    private static SetSentryOrganizationCommand TurnOn() => new() { Organization = [new("globex")], Require2FA = true };
}
