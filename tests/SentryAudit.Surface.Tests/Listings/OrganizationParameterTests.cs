using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>-Organization, the same for the six listings inside organizations.</summary>
public sealed class OrganizationParameterTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly Dictionary<string, Func<SentryOrganizationCmdlet>> Created = new(StringComparer.Ordinal)
    {
        ["Get-SentryMember"] = () => new GetSentryMemberCommand(),
        ["Get-SentryTeam"] = () => new GetSentryTeamCommand(),
        ["Get-SentryProject"] = () => new GetSentryProjectCommand(),
        ["Get-SentryRelease"] = () => new GetSentryReleaseCommand(),
        ["Get-SentryAlertRule"] = () => new GetSentryAlertRuleCommand(),
        ["Get-SentryUserStatus"] = () => new GetSentryUserStatusCommand(),
    };

    public static TheoryData<string> Names => [.. Created.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void OmittedItIsAllTheTokenSees(string cmdlet) => Assert.Equal("acme globex", Organizations(Run(Create(cmdlet))));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OmittedItIsTheConnectionsDefault(string cmdlet)
    {
        var command = Create(cmdlet);
        command.Connection = await Server.ConnectAsync(organization: "globex");

        Assert.Equal("globex", Organizations(Run(command)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SlugIdWildcardAndArray(string cmdlet)
    {
        Assert.Equal("acme", Organizations(Run(Create(cmdlet, "acme"))));
        Assert.Equal("globex", Organizations(Run(Create(cmdlet, Globex.Id))));
        Assert.Equal("globex", Organizations(Run(Create(cmdlet, "g*"))));
        Assert.Equal("acme globex", Organizations(Run(Create(cmdlet, "acme", "glob*", "globex"))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnOrganizationNamedTwiceIsReadOnce(string cmdlet)
    {
        var once = Run(Create(cmdlet, "acme")).Output.Count;

        Assert.Equal(once, Run(Create(cmdlet, "acme", "ACME", Acme.Id, "ac*")).Output.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AWrongSlugIsAnErrorAndTheOthersAreListed(string cmdlet)
    {
        var run = Run(Create(cmdlet, "nobody", "globex"));

        Assert.Equal("globex", Organizations(run));
        var error = run.SingleError();
        Assert.Equal(SentryErrorCategory.ObjectNotFound, error.Category);
        Assert.Contains("nobody", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AFailureInOneOrganizationLeavesTheOthers(string cmdlet)
    {
        Server.Faults.On(Listing.Of(cmdlet).Endpoint, Fault.Empty(403), times: 1);

        var run = Run(Create(cmdlet));

        Assert.Equal(SentryErrorCategory.PermissionDenied, run.SingleError().Category);
        Assert.Single(Organizations(run).Split(' '));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void APatternThatMatchesNothingIsNoError(string cmdlet)
    {
        var run = Run(Create(cmdlet, "zzz*"));

        run.ShouldSucceed();
        Assert.Empty(run.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void APipelineThatBringsNothingAsksForNothing(string cmdlet)
    {
        var run = CmdletRunner.Run(Create(cmdlet), new RecordingPipeline(), inputs: []);

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryObjectSaysWhenItWasReadAndEmptyIdsNever(string cmdlet) =>
        Assert.All(Run(Create(cmdlet)).Output, item =>
        {
            var read = (DateTimeOffset)item.GetType().GetProperty("LastUpdated")!.GetValue(item)!;
            Assert.Equal(TimeSpan.Zero, read.Offset);
            Assert.InRange(read, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
            Assert.NotEmpty(item.ToString()!);
        });

    private SentryOrganizationCmdlet Create(string cmdlet, params string[] organizations)
    {
        var command = Created[cmdlet]();
        command.Connection = Connection;
        command.Organization = organizations.Length == 0 ? null : [.. organizations.Select(key => new OrganizationReference(key))];
        return command;
    }

    private static string Organizations(RecordingPipeline run) =>
        string.Join(
            ' ',
            run.Output.Select(item => (string)item.GetType().GetProperty("OrganizationSlug")!.GetValue(item)!)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));
}
