using System.Management.Automation;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Every change: planned it sends nothing, made it is made once, and whatever fails, it is known whether it happened.</summary>
public sealed class ChangeFaultTests
{
    private static readonly Dictionary<string, Func<Fault>> LostAnswers = new(StringComparer.Ordinal)
    {
        ["connection cut"] = Fault.LostAnswer,
        ["gateway timeout"] = () => Fault.LostAnswer(504),
        ["truncated"] = Fault.ResetMidBody,
    };

    // None of these shows whether Sentry had acted: a look afterwards does.
    private static readonly string[] Silences = ["500", "connection reset", "HTML 502"];

    private static readonly string[] Refusals = ["401", "403", "404", "410 brown-out", "429"];

    // A plan says what would be done, and does not report what was found.
    private const string Deeds =
        "Add|Approve|Archive|Change|Create|Deny|Disable|Enable|Finalize|Give|Invite|Mute|Remove|Report|Restore|Send|Take|Unmute";

    public static TheoryData<string> Names => [.. Changes.All.Select(change => change.Name)];

    public static TheoryData<string> ByScope => [.. Changes.All.Where(change => !change.IsByRole).Select(change => change.Name)];

    public static TheoryData<string> Removals =>
        [.. Changes.All.Where(change => change.Write.StartsWith("DELETE", StringComparison.Ordinal)).Select(change => change.Name)];

    public static TheoryData<string> LookedUp => [.. Changes.All.Where(change => change.Lookup is not null).Select(change => change.Name)];

    public static TheoryData<string, string> NotHappened => Matrix(Silences);

    public static TheoryData<string, string> Refused => Matrix(Refusals);

    public static TheoryData<string, string> Lost => Matrix(LostAnswers.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_plan_says_what_would_change_and_sends_nothing(string name)
    {
        await using var trial = await Trial.StartAsync(name);

        var run = trial.Run(new RecordingPipeline { IsPlan = true });

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        var (target, action) = Assert.Single(run.Asked);
        Assert.Matches("(^| in )acme$", target);
        Assert.Matches($"^({Deeds}) ", action);
        Assert.Empty(trial.Writes);
        Assert.Equal(trial.Before, trial.Now);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_change_is_made_once(string name)
    {
        await using var trial = await Trial.StartAsync(name);

        trial.Run().ShouldSucceed();

        Assert.Single(trial.Writes);
        Assert.NotEqual(trial.Before, trial.Now);
    }

    [Theory]
    [MemberData(nameof(Removals))]
    public async Task A_removal_is_asked_about_and_not_made_after_a_no(string name)
    {
        await using var trial = await Trial.StartAsync(name);

        var run = trial.Run(new RecordingPipeline { ConfirmPreference = ConfirmImpact.High, Consent = false });

        run.ShouldSucceed();
        Assert.Single(run.Asked);
        Assert.Equal(trial.Before, trial.Now);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_empty_pipeline_asks_for_nothing(string name)
    {
        await using var trial = await Trial.StartAsync(name);

        var run = trial.Pipe([]);

        run.ShouldSucceed();
        Assert.Empty(run.Asked);
        Assert.Empty(trial.Writes);
        Assert.Equal(trial.Before, trial.Now);
    }

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task A_change_whose_answer_is_lost_is_no_failure(string name, string fault)
    {
        await using var trial = await Trial.StartAsync(name);
        trial.Strike(LostAnswers[fault]());

        var run = trial.Run();

        Assert.NotEqual(trial.Before, trial.Now);
        Assert.Single(trial.Writes);
        if (trial.Change.LeavesNoTrace)
        {
            Assert.Equal("SentryChangeUncertain", run.SingleError().ErrorId);
            return;
        }

        run.ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_lost_answer_that_nothing_explains_is_uncertain(string name)
    {
        await using var healthy = await Trial.StartAsync(name);
        healthy.Run().ShouldSucceed();
        var write = healthy.Server.Requests.ToList().FindIndex(request => request.Method is not "GET");
        await using var trial = await Trial.StartAsync(name);
        trial.Server.Faults.On("*", Fault.Empty(503), skip: write + 1);
        trial.Strike(Fault.LostAnswer());

        var run = trial.Run();

        Assert.Equal("SentryChangeUncertain", run.SingleError().ErrorId);
        Assert.NotNull(run.Errors[0].Target);
        Assert.NotEqual(trial.Before, trial.Now);
        Assert.Single(trial.Writes);
    }

    [Theory]
    [MemberData(nameof(NotHappened))]
    public async Task A_look_afterwards_shows_that_nothing_happened(string name, string fault)
    {
        await using var trial = await Trial.StartAsync(name);
        trial.Strike(LastingFault.Of(fault).Make());

        var run = trial.Run();

        Assert.Equal(trial.Change.LeavesNoTrace ? "SentryChangeUncertain" : "SentryChangeFailed", run.SingleError().ErrorId);
        Assert.NotNull(run.Errors[0].Target);
        Assert.Equal(trial.Before, trial.Now);
        Assert.Empty(run.Output);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_is_one_error_with_a_remedy(string name, string faultName)
    {
        var fault = LastingFault.Of(faultName);
        await using var trial = await Trial.StartAsync(name);
        trial.Strike(fault.Make());

        var run = trial.Run();

        Assert.Equal(trial.Before, trial.Now);
        Assert.Empty(run.Output);
        var error = Assert.Single(run.AllErrors());
        Assert.Equal(fault.Category, error.Category);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Equal(fault.Category is SentryErrorCategory.AuthenticationError, run.Terminated is not null);
    }

    [Theory]
    [MemberData(nameof(Removals))]
    public async Task What_somebody_else_removed_meanwhile_is_no_error(string name)
    {
        await using var trial = await Trial.StartAsync(name);

        // While the question is open, somebody else does it.
        var run = trial.Run(new RecordingPipeline { OnAsk = () => trial.Run().ShouldSucceed() });

        run.ShouldSucceed();
        Assert.NotEqual(trial.Before, trial.Now);
    }

    [Theory]
    [MemberData(nameof(ByScope))]
    public async Task A_missing_scope_is_named(string name)
    {
        await using var trial = await Trial.StartAsync(
            name,
            "org:read",
            "member:read",
            "team:read",
            "project:read",
            "event:read",
            "alerts:read");

        var run = trial.Run();

        var error = run.SingleError();
        Assert.Equal(SentryErrorCategory.PermissionDenied, error.Category);
        Assert.Matches("(admin|write|invite|releases)", error.RecommendedAction);
        Assert.Equal(trial.Before, trial.Now);
    }

    [Theory]
    [MemberData(nameof(LookedUp))]
    public async Task An_incomplete_list_changes_nothing(string name)
    {
        await using var trial = await Trial.StartAsync(name);
        var rule = trial.Server.Faults.On("GET " + trial.Change.Lookup, Fault.NoLinkHeader());

        var run = trial.Run();

        Assert.True(rule.Applied > 0);
        Assert.Equal("IncompleteListing", run.SingleError().ErrorId);
        Assert.Empty(trial.Writes);
        Assert.Equal(trial.Before, trial.Now);
    }

    private static TheoryData<string, string> Matrix(IEnumerable<string> faults)
    {
        var data = new TheoryData<string, string>();
        foreach (var fault in faults)
        {
            foreach (var change in Changes.All)
            {
                data.Add(change.Name, fault);
            }
        }

        return data;
    }
}
