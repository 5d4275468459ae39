using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
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
    public void Without_it_all_that_the_token_sees_are_listed(string cmdlet) =>
        Assert.Equal("acme globex", Organizations(Run(Create(cmdlet))));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Without_it_the_connections_default_is_listed(string cmdlet)
    {
        var command = Create(cmdlet);
        command.Connection = await Server.ConnectAsync(organization: "globex");

        Assert.Equal("globex", Organizations(Run(command)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_takes_slug_id_wildcard_and_array(string cmdlet)
    {
        Assert.Equal("acme", Organizations(Run(Create(cmdlet, "acme"))));
        Assert.Equal("globex", Organizations(Run(Create(cmdlet, Globex.Id))));
        Assert.Equal("globex", Organizations(Run(Create(cmdlet, "g*"))));
        Assert.Equal("acme globex", Organizations(Run(Create(cmdlet, "acme", "glob*", "globex"))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_organization_named_twice_is_read_once(string cmdlet)
    {
        var once = Run(Create(cmdlet, "acme")).Output.Count;

        Assert.Equal(once, Run(Create(cmdlet, "acme", "ACME", Acme.Id, "ac*")).Output.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_slug_is_an_error_and_the_others_are_listed(string cmdlet)
    {
        var run = Run(Create(cmdlet, "nobody", "globex"));

        Assert.Equal("globex", Organizations(run));
        var error = run.SingleError();
        Assert.Equal(SentryErrorCategory.ObjectNotFound, error.Category);
        Assert.Contains("nobody", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_failure_in_one_organization_leaves_the_others(string cmdlet)
    {
        Server.Faults.On(Listing.Of(cmdlet).Endpoint, Fault.Empty(403), times: 1);

        var run = Run(Create(cmdlet));

        Assert.Equal(SentryErrorCategory.PermissionDenied, run.SingleError().Category);
        Assert.Single(Organizations(run).Split(' '));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pattern_that_matches_nothing_is_no_error(string cmdlet)
    {
        var run = Run(Create(cmdlet, "zzz*"));

        run.ShouldSucceed();
        Assert.Empty(run.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pipeline_that_brings_nothing_asks_for_nothing(string cmdlet)
    {
        var run = CmdletRunner.Pipe([], Create(cmdlet));

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_object_says_when_it_was_read_and_no_id_is_empty(string cmdlet) =>
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
